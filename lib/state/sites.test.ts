import { expect, test } from 'vitest';
import { eventually } from '../../tests/popup.ts';
import type { SiteId } from '../domain/digest.ts';
import { type SiteDesk, type Sites, SitesModel } from './sites.ts';

/** A desk in memory, on which a user answers every question alike. */
function deskWith({ answer, granted }: { answer: boolean; granted: string[] }) {
  const stored = new Map<string, object>();
  const access = new Set(granted);
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const changed of listeners) changed();
  };
  const questions: string[] = [];
  const desk: SiteDesk = {
    read: async (ids) => ids.map((id) => stored.get(id)),
    write: async (id, choice) => {
      stored.set(id, choice);
      tell();
    },
    hasAccess: async (patterns) => patterns.every((pattern) => access.has(pattern)),
    askForAccess: async (patterns) => {
      questions.push(...patterns);
      if (answer) for (const pattern of patterns) access.add(pattern);
      return answer;
    },
    giveBackAccess: async (patterns) => {
      for (const pattern of patterns) access.delete(pattern);
    },
    watch: (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
  };
  const withdraw = (pattern: string) => {
    access.delete(pattern);
    tell();
  };
  return { desk, stored, access, questions, withdraw };
}

const HF = 'https://huggingface.co/*';
const OPENREVIEW = 'https://openreview.net/*';

async function standingOf(sites: Sites, id: SiteId) {
  await eventually(() => expect(sites.all.value).toBeDefined());
  const found = sites.all.value?.find(({ site }) => site.id === id);
  if (!found) throw new Error(`no site ${id}`);
  return found;
}

test('a site that is offered is asked for in the very turn of the click, and is on once access is given', async () => {
  const { desk, questions } = deskWith({ answer: true, granted: [HF] });
  using sites = new SitesModel(desk);
  const offered = await standingOf(sites, 'openreview');
  expect(offered.state).toBe('offered');
  const turning = sites.turnOn(offered);
  expect(questions).toEqual([OPENREVIEW]);
  expect(await turning).toBe(true);
  expect(await standingOf(sites, 'openreview')).toMatchObject({ state: 'on', choice: { wanted: true } });
});

test('a site to which no access is given stays offered, and it is said', async () => {
  const { desk, stored } = deskWith({ answer: false, granted: [HF] });
  using sites = new SitesModel(desk);
  expect(await sites.turnOn(await standingOf(sites, 'openreview'))).toBe(false);
  expect(sites.refused.value?.id).toBe('openreview');
  expect([(await standingOf(sites, 'openreview')).state, stored.size]).toEqual(['offered', 0]);
});

test('turning a site off gives access back where that is possible, and never looks like a withdrawal', async () => {
  const { desk, access } = deskWith({ answer: true, granted: [HF, OPENREVIEW] });
  using sites = new SitesModel(desk);
  await sites.turnOff(await standingOf(sites, 'openreview'));
  await sites.turnOff(await standingOf(sites, 'huggingface'));
  expect([(await standingOf(sites, 'openreview')).state, (await standingOf(sites, 'huggingface')).state]).toEqual([
    'off',
    'off',
  ]);
  expect([...access]).toEqual([HF]);
});

test('a site that is on again without a question when access is there', async () => {
  const { desk, questions } = deskWith({ answer: false, granted: [HF] });
  using sites = new SitesModel(desk);
  await sites.turnOff(await standingOf(sites, 'huggingface'));
  expect(await sites.turnOn(await standingOf(sites, 'huggingface'))).toBe(true);
  expect([(await standingOf(sites, 'huggingface')).state, questions]).toEqual(['on', []]);
});

test('access that the browser withdraws pauses a site, at once', async () => {
  const { desk, withdraw } = deskWith({ answer: true, granted: [HF] });
  using sites = new SitesModel(desk);
  expect((await standingOf(sites, 'huggingface')).state).toBe('on');
  withdraw(HF);
  await eventually(async () => expect((await standingOf(sites, 'huggingface')).state).toBe('paused'));
});

test('a line that was sent away is remembered beside what was chosen', async () => {
  const { desk, stored } = deskWith({ answer: true, granted: [HF] });
  using sites = new SitesModel(desk);
  await sites.hush(await standingOf(sites, 'openreview'));
  expect(stored.get('openreview')).toEqual({ hushed: true });
  expect((await standingOf(sites, 'openreview')).state).toBe('offered');
});
