import type { Rule } from './rule.ts';
import * as answers from './rules/answers.ts';
import * as bounds from './rules/bounds.ts';
import * as credentials from './rules/credentials.ts';
import * as deprecation from './rules/deprecation.ts';
import * as failures from './rules/failures.ts';
import * as links from './rules/links.ts';
import * as names from './rules/names.ts';
import * as prose from './rules/prose.ts';
import * as shapes from './rules/shapes.ts';
import * as twins from './rules/twins.ts';

const families = [credentials, failures, bounds, shapes, names, prose, answers, links, deprecation, twins];

export const rules: readonly Rule[] = families.flatMap((family): Rule[] => Object.values(family));
