/** Starts to count lines. @returns the line (from 1) of a place in the text; places must be asked for in their order */
export function startLineCount(text: string): (place: number) => number {
  const end = /\r\n|[\n\r]/g;
  const nextLine = () => {
    const match = end.exec(text);
    return match ? match.index + match[0].length : Number.POSITIVE_INFINITY;
  };
  let line = 1;
  let next = nextLine();
  return (place) => {
    for (; next <= place; next = nextLine()) line += 1;
    return line;
  };
}
