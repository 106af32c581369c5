/** A file's name for people: without the folders that some browsers send, and no longer than is of use. */
export function shortFileName(fileName: string): string {
  const name = (fileName.split(/[/\\]/).at(-1) ?? '').replaceAll(/\p{Cc}/gu, '').trim();
  return Array.from(name).slice(0, 200).join('') || 'file';
}
