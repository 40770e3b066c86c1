import { describe, expect, test } from '@jest/globals';
import { localRules } from './local-rules.ts';
import type { PageFacts, SuggestionSubject } from './suggester.ts';

const nothing: PageFacts = {
  url: 'https://a.example/',
  title: undefined,
  description: undefined,
  h1: undefined,
  site_name: undefined,
  paragraphs: [],
};
const page = { ...nothing, title: 'Roses | Garden', h1: 'All about roses', site_name: 'Garden' };
const ideal = { min: 4, max: 30 };

describe('a rule proposes', () => {
  test.each<[string, SuggestionSubject, string | undefined]>([
    ['a title from H1 and site', { about: 'title', content: undefined, ideal, page }, 'All about roses | Garden'],
    ['a title from the H1 alone', { about: 'title', content: '', ideal, page: { ...nothing, h1: 'Roses' } }, 'Roses'],
    ['an H1 from the title, without the site', { about: 'h1', content: undefined, ideal, page }, 'Roses'],
    ['no H1 where there is no title', { about: 'h1', content: undefined, ideal, page: nothing }, undefined],
    ['nothing that stands there already', { about: 'h1', content: 'Roses', ideal, page }, undefined],
    [
      'a cut between words, without what joined them',
      { about: 'title', content: 'Roses, tulips and lilies – and all the others', ideal, page },
      'Roses, tulips and lilies – and',
    ],
    [
      'a cut in a word where there is no other',
      { about: 'title', content: 'R'.repeat(40), ideal, page },
      'R'.repeat(30),
    ],
    ['a heading from what follows', { about: 'heading', following: 'Cut them. In March.', page }, 'Cut them'],
    ['no heading over nothing', { about: 'heading', following: undefined, page }, undefined],
    [
      'the nearest address that works',
      {
        about: 'link',
        url: 'https://a.example/summer-Rosse',
        working: ['https://a.example/tulips', 'https://a.example/summer-roses'],
      },
      'https://a.example/summer-roses',
    ],
    [
      'no address at random',
      { about: 'link', url: 'https://a.example/x', working: ['https://a.example/roses'] },
      undefined,
    ],
    ['two sentences for two', { about: 'paragraph', text: 'One is; two are.', language: 'en' }, 'One is. Two are.'],
    ['nothing for one', { about: 'paragraph', text: 'One is one.', language: 'en' }, undefined],
  ])('%s', async (_, subject, suggestion) => {
    expect((await localRules.suggest(subject))?.ai_suggestion).toBe(suggestion);
  });
});
