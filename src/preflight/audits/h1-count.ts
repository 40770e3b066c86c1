import { judged, type Audit } from './audit.ts';
import { pointersTo } from './element-pointer.ts';

export const h1Count: Audit = {
  name: 'h1-count',
  type: 'seo',
  isOfPageAlone: true,
  run: ({ document }) => {
    const headings = document.named('h1');
    if (headings.length === 1) return judged([]);
    if (headings.length === 0)
      return judged([
        {
          check: 'missing-h1',
          issue: 'The page has no H1',
          seo_impact: 'High',
          seo_recommendation: 'Name the subject of the page in one H1',
        },
      ]);
    return judged([
      {
        check: 'multiple-h1',
        issue: `The page has ${headings.length} H1 headings`,
        seo_impact: 'High',
        seo_recommendation: 'Keep one H1 and make the others H2 or lower',
        elements: pointersTo(headings),
      },
    ]);
  },
};
