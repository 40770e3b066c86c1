/** Whether the text names an entry of a directory and nothing else: never a path, `.` or `..`. */
export function isPlainFilename(text: string): boolean {
  return !['', '.', '..'].includes(text) && !/[/\0]/.test(text) && Buffer.byteLength(text) <= 255;
}
