import { existsSync, readFileSync } from 'node:fs';
import { isRoot } from '../install-chromium.ts';
import { say } from '../say.ts';
import { forgetMissing, missingOf } from './programs.ts';
import { type Ran, run } from './run.ts';

/** Debian packages that are installed together, with what shows that they are there and what they weigh. */
interface Group {
  needs: readonly string[];
  packages: readonly string[];
  megabytes: number;
}

// The sizes are downloads into an empty Debian 12. What proves most for its size comes first.
const GROUPS: readonly Group[] = [
  {
    needs: [
      'bibtool',
      'bib2xml',
      'xmllint',
      'pandoc',
      'yamllint',
      'csvclean',
      'tidy',
      'python:pybtex',
      'python:bibtexparser',
      'python:yaml',
      'python:feedparser',
    ],
    packages: [
      'bibtool',
      'bibutils',
      'libxml2-utils',
      'pandoc',
      'yamllint',
      'csvkit',
      'tidy',
      'python3-pybtex',
      'python3-bibtexparser',
      'python3-yaml',
      'python3-feedparser',
    ],
    megabytes: 51,
  },
  { needs: ['pdflatex', 'bibtex'], packages: ['texlive-latex-base', 'texlive-binaries'], megabytes: 49 },
  {
    needs: ['biber', 'tex:biblatex.sty'],
    packages: ['biber', 'texlive-latex-recommended', 'texlive-bibtex-extra'],
    megabytes: 97,
  },
  { needs: ['emacs'], packages: ['emacs-nox', 'elpa-org'], megabytes: 68 },
];

/** A mirror that does not answer is given up soon. */
const PATIENCE = ['-o', 'Acquire::http::Timeout=15', '-o', 'Acquire::https::Timeout=15', '-o', 'Acquire::Retries=1'];
const UPDATE_MS = 60_000;
const DOWNLOAD_MS = 300_000;
const HURRIED_DOWNLOAD_MS = 45_000;
/** Nothing more is installed in a hurry after this long: a group takes about a minute. */
const HURRY_MS = 90_000;

/**
 * Installs what is missing where that is possible (Debian, as root), and says what it does and what it could not do.
 * @param inHurry leaves out what would take long, for a run that has other things to do
 */
export function bringPrograms(inHurry: boolean): void {
  const began = performance.now();
  const missing = GROUPS.filter(({ needs }) => missingOf(needs).length > 0);
  if (missing.length === 0) return;
  const refusal = whyNot() ?? update();
  if (refusal) sayLeftOut(missing, refusal);
  for (const group of refusal ? [] : missing) {
    const isLate = inHurry && performance.now() - began > HURRY_MS;
    const failure = isLate ? 'there is no time left for them' : install(group, inHurry);
    if (failure) sayLeftOut([group], failure);
  }
  forgetMissing();
}

// Debian 12 has the versions that the checks were written for: other ones have other options and other faults.
function whyNot(): string | undefined {
  if (!isRoot()) return 'only root may install them';
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  return /^ID=debian$/m.test(release) && /^VERSION_ID="12"$/m.test(release) ? undefined : 'this is not Debian 12';
}

function update(): string | undefined {
  return failureOf(apt(['update', '-qq', ...PATIENCE], UPDATE_MS));
}

/** Downloads first, which may be broken off at any time, and installs then, which may not and needs no network. */
function install({ packages, megabytes }: Group, inHurry: boolean): string | undefined {
  say(`apt-get install ${packages.join(' ')} (about ${megabytes} MB)`);
  const began = performance.now();
  const args = ['install', '-y', '-qq', '--no-install-recommends', ...packages];
  const download = apt([...PATIENCE, ...args, '--download-only'], inHurry ? HURRIED_DOWNLOAD_MS : DOWNLOAD_MS);
  const failure = failureOf(download) ?? failureOf(apt([...args, '--no-download'], undefined));
  if (!failure) say(`installed in ${((performance.now() - began) / 1000).toFixed(0)} s`);
  return failure;
}

function apt(args: readonly string[], mostMs: number | undefined): Ran {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  return run('apt-get', ['-o', 'DPkg::Lock::Timeout=30', ...args], { env, ...(mostMs ? { mostMs } : {}) });
}

function failureOf({ code, err }: Ran): string | undefined {
  return code === 0 ? undefined : `apt-get ended with ${code}: ${err.trim().split('\n').at(-1) ?? ''}`;
}

function sayLeftOut(groups: readonly Group[], reason: string): void {
  say(`NOT INSTALLED: ${groups.flatMap(({ packages }) => packages).join(' ')}: ${reason}.`);
}
