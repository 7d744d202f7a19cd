import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Makes a copy of a built extension that may read more hosts from the start.
 * @param hosts match patterns, or `all` for every optional site of the manifest
 * @param folder where the copy is put
 * @returns the folder of the copy
 */
export function copyWithHosts(build: string, hosts: 'all' | readonly string[], folder: string): string {
  const copy = join(folder, 'extension-with-hosts');
  cpSync(build, copy, { recursive: true });
  const path = join(copy, 'manifest.json');
  const manifest: { host_permissions: string[]; optional_host_permissions?: string[] } = JSON.parse(
    readFileSync(path, 'utf8'),
  );
  const { optional_host_permissions: optional = [], host_permissions: first, ...rest } = manifest;
  const more = hosts === 'all' ? optional : hosts;
  const left = optional.filter((pattern) => !more.includes(pattern));
  const whole = { ...rest, host_permissions: [...first, ...more], optional_host_permissions: left };
  writeFileSync(path, JSON.stringify(whole));
  return copy;
}
