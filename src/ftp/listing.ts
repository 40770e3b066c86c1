import type { FtpFile } from './ftp-duties.ts';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** As `ls -l` has it, which is what clients read. */
function lineOf({ name, sizeBytes, createdAt }: FtpFile): string {
  const at = new Date(createdAt);
  const day = String(at.getUTCDate()).padStart(2);
  return `-rw------- 1 spci spci ${sizeBytes} ${months[at.getUTCMonth()]} ${day}  ${at.getUTCFullYear()} ${name}\r\n`;
}

export function longListing(files: readonly FtpFile[]): string {
  return files.map(lineOf).join('');
}

export function nameListing(files: readonly FtpFile[]): string {
  return files.map(({ name }) => `${name}\r\n`).join('');
}
