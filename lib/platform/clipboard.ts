/** Copies text. @returns whether the browser let us */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch (error) {
    // Refused: no permission, or the window lost the focus.
    if (error instanceof DOMException) return false;
    throw error;
  }
}
