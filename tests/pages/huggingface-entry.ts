export interface Author {
  _id?: string;
  name: string;
  hidden?: boolean;
  user?: { user?: string; fullname?: string };
}

export interface Organisation {
  _id?: string;
  name: string;
  fullname?: string;
  avatar?: string;
}

/** One paper in the shape that the site gives it, in its page's data as in its API. Most fields came over the years. */
export interface Entry {
  paper: {
    id: string;
    authors: Author[];
    publishedAt: string;
    title: string;
    summary: string;
    upvotes: number;
    submittedOnDailyAt?: string;
    discussionId?: string;
    projectPage?: string;
    githubRepo?: string;
    githubStars?: number;
    ai_summary?: string;
    ai_keywords?: string[];
    organization?: Organisation;
  };
  publishedAt?: string;
  title?: string;
  summary?: string;
  thumbnail?: string;
  mediaUrl?: string;
  numComments?: number;
  submittedBy?: { name?: string; fullname?: string };
  organization?: Organisation;
  submitterOrganization?: Organisation;
}

/**
 * Papers that nobody wrote, in the site's shape.
 * @param count how many
 * @param from the number of the first; papers of different numbers are different papers
 */
export function sampleEntries(count: number, from = 1): Entry[] {
  return Array.from({ length: count }, (_, index) => sampleEntry(from + index));
}

/** One paper that nobody wrote; every number makes another. */
export function sampleEntry(number: number): Entry {
  const id = `2605.${String(number).padStart(5, '0')}`;
  const title = `Patient gardeners: harvest number ${number}\n  of a long field study`;
  return {
    paper: {
      id,
      authors: [
        { name: 'Ada Field', hidden: false, user: { user: 'adafield' } },
        { name: `Bo Orchard ${number}`, hidden: true },
      ],
      publishedAt: '2026-05-11T20:00:00.000Z',
      title,
      summary: `We plant row ${number}, wait for a season, and count what grows. Waiting was the harder part; the yield was fair, and every seed is accounted for.`,
      upvotes: number % 7,
      ai_summary: 'A machine says in one line that somebody planted something.',
      ai_keywords: ['gardening', 'patience'],
      githubRepo: `https://github.com/patient-gardeners/row-${number}`,
    },
    publishedAt: '2026-05-11T23:00:00.000Z',
    title: title.replace(/\s+/g, ' '),
    thumbnail: `https://cdn-thumbnails.huggingface.co/social-thumbnails/papers/${id}.png`,
    numComments: number % 3,
    organization: { name: 'patient-gardeners', fullname: 'The Patient Gardeners' },
  };
}
