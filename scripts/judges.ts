// Judges that are not ours, each over a seeded server of its own; `-- NAME …` asks some of them.
import { bringBefore, everyJudge } from './judges/before-judges.ts';
import { close, sum, type Outcome } from './run-checks.ts';

const asked = process.argv.slice(2);
const outcomes: Outcome[] = [];
for (const judge of everyJudge.filter((name) => asked.length === 0 || asked.includes(name))) {
  const outcome = await bringBefore(judge);
  if (typeof outcome === 'string') console.log(`${judge}: not run: ${outcome}`);
  else outcomes.push(outcome);
}
console.log(`\n${outcomes.map(({ summary = '' }) => summary).join('\n')}`);
close(sum(outcomes));
