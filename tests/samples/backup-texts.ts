const TITLES = 20;

/** A text digest in which no sentence ends before its abstract does, so that wherever it is cut shows. */
function wholeDigest(): string {
  const papers = Array.from({ length: TITLES }, (_, number) => [
    `Paper ${number}: A Study of Thing ${number * 7}`,
    `We study thing ${number * 7} ${'and what comes of it under many conditions '.repeat(8)}and say so at last.`,
  ]);
  return `May 12\n\n${papers.flat().join('\n\n')}\n`;
}

/** Text digests that are damaged and cannot be read without guessing. */
export function damagedDigests(): { name: string; text: string }[] {
  const whole = wholeDigest();
  const blocks = whole.trim().split('\n\n');
  const at = (percent: number) => Math.floor((whole.length * percent) / 100);
  return [
    ...Array.from({ length: 100 }, (_, percent) => ({
      name: `cut at ${percent} %`,
      text: whole.slice(0, at(percent)),
    })).filter(({ text }) => !text.trimEnd().endsWith('.')),
    ...Array.from({ length: 50 }, (_, step) => ({
      name: `with a byte that is no text at ${2 * step} %`,
      text: `${whole.slice(0, at(2 * step))}${step % 2 === 0 ? '\ufffd' : '\u0007'}${whole.slice(at(2 * step))}`,
    })),
    ...blocks.map((_, place) => ({
      name: `without block ${place}`,
      text: `${blocks.filter((_block, other) => other !== place).join('\n\n')}\n`,
    })),
    { name: 'as UTF-16', text: whole.split('').join('\0') },
    { name: 'in reverse', text: whole.split('\n').reverse().join('\n') },
    { name: 'without blank lines', text: whole.replaceAll('\n\n', '\n') },
    { name: 'twice', text: `${whole}\n${whole}` },
    { name: 'empty', text: '' },
    { name: 'as white space', text: ' \n'.repeat(1_000) },
    { name: 'of 50 MB', text: whole + 'a'.repeat(50_000_000) },
    { name: 'with a day that there is not', text: whole.replace('May 12', 'Feb 30') },
    { name: 'as JSON', text: JSON.stringify({ whole }) },
    { name: 'nested 10,000 deep', text: '['.repeat(10_000) },
  ];
}
