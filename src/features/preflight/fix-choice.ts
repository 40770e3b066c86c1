import type { components } from '../../../generated/api.ts';
import { AppError, invalidFields } from '../../errors.ts';
import { reportedUrl } from '../../preflight/run-preflight.ts';

type Described = components['schemas'];
type Choice = Described['PreflightFixChoice'];
type Fix = Described['PreflightFix'];

/** A slash at the end of a page names no other, as in the result. */
const pageOf = ({ page_url }: Choice): string => (URL.canParse(page_url) ? reportedUrl(page_url) : page_url);

const keyOf = (choice: Choice): string =>
  JSON.stringify([pageOf(choice), choice.audit, choice.opportunity_index, choice.link_index]);

function assertEachOnce(choices: readonly Choice[]): void {
  const keys = choices.map(keyOf);
  const again = [...keys.keys()].filter((index) => keys.indexOf(keys[index] ?? '') < index);
  if (again.length > 0)
    throw invalidFields(Object.fromEntries(again.map((at) => [`body.fixes[${at}]`, ['must not be given twice']])));
}

type Proposing = Pick<Described['PreflightOpportunity'], 'ai_suggestion' | 'suggestion' | 'elements' | 'url'>;

/** The opportunity, or the link of it: whichever has a proposal of its own. */
function proposingIn({ issues, ...opportunity }: Described['PreflightOpportunity'], link: number | undefined) {
  const proposing: Proposing | undefined = link === undefined ? opportunity : issues[link];
  return issues.length > 0 === (link !== undefined) ? proposing : undefined;
}

/** What is sent of a choice, or what it lacks. */
function fixOf(result: readonly Described['PreflightPage'][], choice: Choice): Fix | string {
  const page_url = pageOf(choice);
  const audits = result.find((page) => page.page_url === page_url)?.audits ?? [];
  const { opportunities = [] } = audits.find(({ name }) => name === choice.audit) ?? {};
  const opportunity = opportunities[choice.opportunity_index];
  const proposing = opportunity && proposingIn(opportunity, choice.link_index);
  if (proposing === undefined) return 'is not in the result of the job';
  const suggestion = proposing.ai_suggestion ?? proposing.suggestion;
  if (suggestion === undefined) return 'has no suggestion';
  const { check, tag_name } = opportunity ?? {};
  return {
    page_url,
    audit: choice.audit,
    ...(check === undefined ? {} : { check }),
    ...(tag_name === undefined ? {} : { tag_name }),
    ...(proposing.url === undefined ? {} : { url: proposing.url }),
    elements: proposing.elements,
    suggestion,
  };
}

/** In the order of the choices. Throws `validation_error` for one that is given twice, and `unprocessable`. */
export function chosenFixes(result: readonly Described['PreflightPage'][], choices: readonly Choice[]): Fix[] {
  assertEachOnce(choices);
  const fixes: Fix[] = [];
  const fields: Record<string, string[]> = {};
  for (const [index, choice] of choices.entries()) {
    const fix = fixOf(result, choice);
    if (typeof fix === 'string') fields[`body.fixes[${index}]`] = [fix];
    else fixes.push(fix);
  }
  if (fixes.length < choices.length)
    throw new AppError('unprocessable', 'Not all of them can be delivered.', { fields });
  return fixes;
}
