import { judged, notRun, type Audit } from './audit.ts';
import { pointersTo } from './element-pointer.ts';
import { textOf } from './page-text.ts';

const fewCharacters = 100;

export const bodySize: Audit = {
  name: 'body-size',
  type: 'seo',
  isOfPageAlone: true,
  run: ({ document }) => {
    const [body] = document.named('body');
    const length = body === undefined ? 0 : textOf(body).length;
    if (body === undefined || length === 0)
      return notRun('no_text', 'The page as it is served holds no text; what scripts may write was not seen.');
    if (length > fewCharacters) return judged([]);
    return judged([
      {
        check: 'content-length',
        issue: `The page has ${length} characters of text`,
        seo_impact: 'Moderate',
        seo_recommendation: `Give the page more than ${fewCharacters} characters of text of its own`,
        elements: pointersTo([body]),
      },
    ]);
  },
};
