// Obsidian and its kin: letters, digits, `_`, `-` and `/`, with no space (https://help.obsidian.md/tags).
const TAG_WORD = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}_/-]*[\p{L}\p{N}\p{M}])?/gu;

/** A tag of the user as one word that note programs take for a tag; empty when nothing of it can stand in one. */
export function tagWord(text: string): string {
  return (text.toWellFormed().match(TAG_WORD) ?? []).join('-');
}
