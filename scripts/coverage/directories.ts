/** Written anew by each `npm test`, and not tracked. */
export const reportDirectory = 'contract-tests/.coverage';
export const factsDirectory = `${reportDirectory}/facts`;
