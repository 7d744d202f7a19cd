/** What a property may hold: Obsidian knows text, numbers, checkboxes, dates and lists. */
export type Property = string | number | boolean | readonly string[] | { date: string } | undefined;

/**
 * The properties at the head of a note, as YAML. Every text is in double quotes as JSON writes it, which YAML reads the
 * same; an identifier without quotes would be a number. What has no value is left out.
 */
export function frontMatter(properties: Readonly<Record<string, Property>>): string {
  const lines = Object.entries(properties).flatMap(([name, value]) => line(name, value));
  return `---\n${lines.join('')}---\n`;
}

function line(name: string, value: Property): string[] {
  if (value === undefined || value === '') return [];
  if (typeof value === 'object' && 'date' in value) return [`${name}: ${value.date}\n`];
  if (typeof value !== 'object') return [`${name}: ${JSON.stringify(value)}\n`];
  return value.length === 0 ? [] : [`${name}:\n${value.map((item) => `  - ${JSON.stringify(item)}\n`).join('')}`];
}
