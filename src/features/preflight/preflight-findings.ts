import type { components } from '../../../generated/api.ts';
import { markup, type Markup } from '../../html-page.ts';
import { counted, findingCount, findingsInWords, linkTo, shortened } from './preflight-words.ts';

type Opportunity = components['schemas']['PreflightOpportunity'];

/** What a page may still hold: what is found has no bound that a reader, or a browser, could take. */
export interface Room {
  charsLeft: number;
}

/** Those of the first that there is room for; once something did not fit there is no room for anything else. */
export function fitting<Item>(
  room: Room,
  items: readonly Item[],
  draw: (item: Item, index: number) => Markup,
): Markup[] {
  const drawn: Markup[] = [];
  for (const [index, item] of items.entries()) {
    if (room.charsLeft <= 0) break;
    const one = draw(item, index);
    room.charsLeft -= one.text.length;
    if (room.charsLeft >= 0) drawn.push(one);
  }
  return drawn;
}

interface Place {
  readonly selector: string;
  readonly content: string | undefined;
}

interface Finding {
  readonly title: Markup;
  /** By their labels; what is not there is left out. */
  readonly facts: Readonly<Record<string, string | Markup | undefined>>;
  readonly places: readonly Place[];
}

const placesOf = (elements: Opportunity['elements']): Place[] =>
  elements.map(({ selector, text_content }) => ({ selector, content: text_content }));

function linkFindings({ issues }: Opportunity): Finding[] {
  return issues.map((link) => ({
    title: linkTo(link.url),
    facts: {
      State: link.issue,
      'SEO impact': link.seo_impact,
      'What to do': link.seo_recommendation,
      Suggestion: link.ai_suggestion,
      Why: link.ai_rationale,
    },
    places: placesOf(link.elements),
  }));
}

function accessibilityFinding(opportunity: Opportunity): Finding {
  const { type = '', description = '', severity, occurrences, wcag_level, wcag_rule, understanding_url } = opportunity;
  return {
    title: markup`${shortened(description)} <code>${shortened(type)}</code>`,
    facts: {
      Severity: severity,
      'Found in': occurrences === undefined ? undefined : counted(occurrences, 'element'),
      WCAG: wcag_rule === undefined ? undefined : `${wcag_rule} (${wcag_level ?? ''})`,
      Explained: understanding_url === undefined ? undefined : linkTo(understanding_url),
      'What to do': opportunity.failure_summary,
    },
    places: opportunity.html_with_issues.map(({ target_selector, update_from }) => ({
      ...{ selector: target_selector, content: update_from },
    })),
  };
}

const figure = (value: number | undefined): string | undefined => value?.toFixed(1);

function textFinding(opportunity: Opportunity): Finding {
  const { tag_name, check = '', issue = '', url, suggestion, ai_suggestion } = opportunity;
  return {
    title: markup`${shortened(issue)} <code>${tag_name ?? check}</code>`,
    facts: {
      Details: opportunity.issue_details,
      'SEO impact': opportunity.seo_impact,
      'What to do': opportunity.seo_recommendation,
      'It says': opportunity.tag_content,
      'It leads to': url === undefined ? undefined : linkTo(url),
      'Reading ease': figure(opportunity.flesch_reading_ease),
      Language: opportunity.language,
      Suggestion: ai_suggestion ?? suggestion,
      Why: opportunity.ai_rationale,
      'About the suggestion': opportunity.suggestion_message,
      'Reading ease then': figure(opportunity.improved_flesch_score),
      'No suggestion': opportunity.exclusion_reason,
    },
    places: placesOf(opportunity.elements),
  };
}

function findingsIn(opportunity: Opportunity): Finding[] {
  if (opportunity.issue_count !== undefined) return linkFindings(opportunity);
  return [opportunity.type === undefined ? textFinding(opportunity) : accessibilityFinding(opportunity)];
}

const placesMax = 20;

const placeItem = ({ selector, content }: Place): Markup =>
  content === undefined
    ? markup`<li><code>${shortened(selector)}</code></li>`
    : markup`<li><code>${shortened(selector)}</code><pre>${shortened(content)}</pre></li>`;

function placeDetails(places: readonly Place[], id: string): Markup {
  if (places.length === 0) return markup``;
  const left = places.length - placesMax;
  return markup`<details id="${id}">
        <summary>${counted(places.length, 'element')}</summary>
        <ul>${places.slice(0, placesMax).map(placeItem)}${left > 0 ? markup`<li>and ${left} more</li>` : []}</ul>
      </details>`;
}

function factList(facts: Finding['facts']): Markup {
  const given = Object.entries(facts).flatMap(([label, value]) =>
    value === undefined || value === ''
      ? []
      : markup`<dt>${label}</dt><dd>${typeof value === 'string' ? shortened(value) : value}</dd>`,
  );
  return given.length === 0 ? markup`` : markup`<dl>${given}</dl>`;
}

/** Each with what to do about it and where it is, as far as there is room; the whole is in the answer for programs. */
export function findingList(opportunities: readonly Opportunity[], id: string, room: Room): Markup {
  const findings = opportunities.flatMap(findingsIn);
  const drawn = fitting(
    room,
    findings,
    ({ title, facts, places }, index) =>
      markup`<li><strong>${title}</strong>${factList(facts)}${placeDetails(places, `${id}-${index}`)}</li>`,
  );
  const left = findingCount(opportunities) - drawn.length;
  return markup`<ol>${drawn}</ol>${left > 0 ? markup`<p>Not listed here: ${findingsInWords(left)} more.</p>` : []}`;
}
