import { createFronts, type Fronts } from './fronts.ts';

/** Of this process: the tests run in it and have their servers behind these. */
export const suiteFronts: Fronts = createFronts();
