/** Of nothing that any test makes. */
export const missingId = 2_147_483_647;
export const missingUuid = '00000000-0000-4000-8000-000000000000';
