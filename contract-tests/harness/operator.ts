/** The first administrator of each server that tests start. */
export const operatorEmail = 'operator@example.org';
export const operatorPassword = 'operate the installation';
