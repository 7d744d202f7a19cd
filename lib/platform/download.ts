const REVOKE_AFTER_MS = 60_000;

/** Hands a file to the browser; where it goes is the browser's and the user's affair. For pages only. */
export function downloadFile(file: Blob, fileName: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  // Some browsers begin to read only after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), REVOKE_AFTER_MS);
}
