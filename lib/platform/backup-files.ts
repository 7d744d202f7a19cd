import { downloadFile } from './download.ts';

/** Backups that are kept on this computer, and files that are handed to the user. */
export interface BackupFolder {
  /** Names and sizes of the files that were written whole. */
  list(): Promise<{ name: string; bytes: number }[]>;
  /** Writes a file: all of it, or none when the stream fails, with what it failed with. */
  write(name: string, bytes: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<void>;
  /** @returns undefined when there is none of this name */
  open(name: string): Promise<Blob | undefined>;
  /** Removes a file; one that is not there is removed already. */
  remove(name: string): Promise<void>;
}

// Bytes that are gathered in the page's own memory before the browser is given them to keep.
const PART_BYTES = 1_048_576;
// Chromium writes beside an empty file and puts the two in each other's place at the end. What ends before that leaves
// the empty file behind, and after a crash this one.
const UNFINISHED = '.crswap';

/**
 * A folder of the origin's private file system, in pages and in the worker. It lies outside the files of IndexedDB, so a
 * database that is lost does not take it along; it goes when the extension is removed. What the file system says, such
 * as a `QuotaExceededError`, is thrown on.
 */
export function backupFolder(folderName = 'backups'): BackupFolder {
  const folder = async () => (await navigator.storage.getDirectory()).getDirectoryHandle(folderName, { create: true });
  return {
    list: async () => (await sizes(await folder())).filter(isWhole),
    async write(name, bytes) {
      // One at a time, in whatever page or worker: what is unfinished then is what somebody's end left behind.
      await navigator.locks.request(`folder ${folderName}`, async () => {
        const directory = await folder();
        for (const left of (await sizes(directory)).filter((file) => !isWhole(file)))
          await removeFrom(directory, left.name);
        const file = await directory.getFileHandle(name, { create: true });
        await bytes.pipeTo(await file.createWritable());
      });
    },
    async open(name) {
      const file = await ifThere(async () => (await (await folder()).getFileHandle(name)).getFile());
      return file && isWhole({ name, bytes: file.size }) ? file : undefined;
    },
    async remove(name) {
      await removeFrom(await folder(), name);
    },
  };
}

function isWhole({ name, bytes }: { name: string; bytes: number }): boolean {
  return bytes > 0 && !name.endsWith(UNFINISHED);
}

async function sizes(directory: FileSystemDirectoryHandle): Promise<{ name: string; bytes: number }[]> {
  const found: { name: string; bytes: number }[] = [];
  for await (const handle of directory.values()) {
    if (!(handle instanceof FileSystemFileHandle)) continue;
    const file = await ifThere(() => handle.getFile());
    if (file) found.push({ name: handle.name, bytes: file.size });
  }
  return found;
}

async function removeFrom(directory: FileSystemDirectoryHandle, name: string): Promise<void> {
  await ifThere(() => directory.removeEntry(name));
}

/** The file may have gone between two questions, by another page: then undefined. */
async function ifThere<Value>(work: () => Promise<Value>): Promise<Value | undefined> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotFoundError') return undefined;
    throw error;
  }
}

/**
 * Hands a file to the user as a download; for pages only. A stream is read to its end first, so that one that fails
 * leaves no half of a file, and fails with what the stream failed with.
 */
export async function saveFile(
  contents: Blob | ReadableStream<Uint8Array<ArrayBuffer>>,
  fileName: string,
): Promise<void> {
  downloadFile(contents instanceof Blob ? contents : await collected(contents), fileName);
}

/** A whole stream as a file, of which the page holds no more than a part at a time. */
async function collected(bytes: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<Blob> {
  const parts: Blob[] = [];
  let chunks: Uint8Array<ArrayBuffer>[] = [];
  let waiting = 0;
  for await (const chunk of bytes) {
    chunks.push(chunk);
    waiting += chunk.length;
    if (waiting < PART_BYTES) continue;
    parts.push(new Blob(chunks));
    chunks = [];
    waiting = 0;
  }
  return new Blob([...parts, ...chunks], { type: 'application/gzip' });
}
