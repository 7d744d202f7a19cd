import type { DigestRef } from '../domain/digest.ts';
import { boundText, LIMITS } from '../domain/plain-text.ts';
import { SITES } from '../domain/sites.ts';
import type { Page, Reading, SiteAdapter } from './adapter.ts';
import { attributeOf, find, findAll, textOf } from './page.ts';
import { readRows, rowsOf } from './read-rows.ts';
import { askedBy, digestFor } from './scholar-address.ts';
import { paperFromResult, paperFromWork, workLinkOf } from './scholar-row.ts';

const RESULT = '[data-cid], .gs_r.gs_or';
// Scholar asks for a proof that a human is there in one of these, in the place of the results.
const ROBOT_CHECK = '#gs_captcha_ccl, #gs_captcha_f, #captcha-form, #recaptcha';
const PROFILE_NAME = '#gsc_prf_in';
const EMPTY = /did not match any articles/i;

/** Google Scholar: results of a search, papers that cite one, and the profile of an author; read as far as it is shown. */
export const scholar: SiteAdapter = {
  ...SITES.scholar,
  testPages: [
    'https://scholar.google.com/scholar?q=slow+rivers&hl=en',
    'https://scholar.google.com/scholar?cites=1234567890123456789&as_sdt=2005',
    'https://scholar.google.com/citations?user=AbCdEfGhIjKl&hl=en',
  ],
  recognise,
  read,
  expects: () => ['authors'],
};

function recognise({ url, document }: Page): DigestRef | undefined {
  const asked = askedBy(url);
  if (!asked) return undefined;
  const shown = find(document, `${ROBOT_CHECK}, ${PROFILE_NAME}`);
  const isName = attributeOf(shown, 'id') === PROFILE_NAME.slice(1);
  if (shown && !isName) return undefined;
  return digestFor(asked, boundText(textOf(shown), LIMITS.title).text);
}

function read({ url, document }: Page): Reading {
  if (askedBy(url)?.kind === 'listing') {
    const works = findAll(document, 'tr').filter((row) => workLinkOf(row));
    return readRows(rowsOf(works), ({ anchor }, note) => paperFromWork(anchor, note));
  }
  const results = findAll(document, RESULT).filter((row) => find(row, 'h3'));
  const reading = readRows(rowsOf(results, RESULT), ({ anchor }, note) => paperFromResult(anchor, note));
  const isEmpty = results.length === 0 && EMPTY.test(textOf(find(document, '#gs_res_ccl')));
  return isEmpty ? { ...reading, isEmpty } : reading;
}
