import { describe, expect, test } from 'vitest';
import { readBookmarks } from './bookmarks.ts';
import { readCsv } from './csv.ts';
import { readList } from './list.ts';

const still = async () => undefined;

describe('CSV', () => {
  test.each([
    [
      'a title column',
      'Title,Authors,Year\n"Beans, Climbing","Sprout, Ada; Root, Bo",2021\n',
      { title: 'Beans, Climbing', authors: ['Ada Sprout', 'Bo Root'], published: '2021' },
    ],
    ['semicolons', 'Title;DOI\nBeans;10.5555/b\n', { title: 'Beans', identifiers: ['doi:10.5555/b'] }],
    [
      'tabs',
      'Name\tURL\nBeans\thttps://arxiv.org/abs/2101.00001\n',
      { title: 'Beans', identifiers: ['arxiv:2101.00001'] },
    ],
    [
      'a quoted cell of several lines',
      'Title,Note\nBeans,"one\ntwo ""three"""\n',
      { said: { note: { value: 'one\ntwo "three"' } } },
    ],
    [
      'Readwise',
      "Title,URL,ID,Document tags,Saved date,Location\nBeans,https://arxiv.org/abs/2101.00001,x,\"['a', 'b c']\",2022-11-06 04:33:50+00:00,archive\n",
      { addedAt: '2022-11-06T04:33:50.000Z', said: { tags: { value: ['a', 'b c'] }, status: { value: 'read' } } },
    ],
    [
      'Instapaper',
      'URL,Title,Selection,Folder,Timestamp\nhttps://arxiv.org/abs/2101.00001,Beans,,Starred,1700000000\n',
      { addedAt: '2023-11-14T22:13:20.000Z', said: { starred: { value: true } } },
    ],
    [
      'Raindrop',
      'url,folder,title,note,tags,created\nhttps://arxiv.org/abs/2101.00001,Unsorted,Beans,,"a, b",2022-11-06T04:33:50.000Z\n',
      { said: { tags: { value: ['a', 'b'] } } },
    ],
    ['a defused formula', 'Title,DOI\n"\'=1+1 Is All",10.5555/b\n', { title: '=1+1 Is All' }],
    ['no head row', '2101.00001\n', { title: 'arXiv:2101.00001', source: 'link' }],
  ])('with %s', async (_, text, expected) => {
    const { papers, refused } = await readCsv(text, still);
    expect(papers).toMatchObject([expected]);
    expect(refused).toEqual([]);
  });

  test('a row that names no paper is refused by its line', async () => {
    const { refused } = await readCsv('Title,Note\nBeans,"a\nb"\n,"only a note"\n', still);
    expect(refused).toEqual([{ line: 4, what: ', only a note', why: 'no-title' }]);
  });
});

const BOOKMARKS = `<!DOCTYPE NETSCAPE-Bookmark-file-1>
<TITLE>Bookmarks</TITLE>
<DL><p>
    <DT><H3 PERSONAL_TOOLBAR_FOLDER="true">My bar</H3>
    <DL><p>
        <DT><H3>Beans &amp; Peas</H3>
        <DL><p>
            <DT><A HREF="https://arxiv.org/abs/2101.00001" ADD_DATE="1700000000" TAGS="slow,garden">[2101.00001] On Beans &lt; Peas</A>
            <DD>worth a look
            <DT><A HREF="https://openreview.net/forum?id=AbC12_x&amp;noteId=1">Peas | OpenReview</A>
        </DL><p>
        <DT><A HREF="https://arxiv.org/pdf/2101.00002v2">2101.00002.pdf</A>
        <DT><A HREF="https://example.org/">Shop</A>
    </DL><p>
</DL><p>
`;

test('bookmarks are read with folders as tags, and what is no paper is refused', async () => {
  const { papers, refused } = await readBookmarks(BOOKMARKS, still);
  expect(papers).toMatchObject([
    {
      title: 'On Beans < Peas',
      identifiers: ['arxiv:2101.00001'],
      addedAt: '2023-11-14T22:13:20.000Z',
      said: { tags: { value: ['Beans & Peas', 'garden', 'slow'] }, note: { value: 'worth a look' } },
    },
    { title: 'Peas', identifiers: ['openreview:AbC12_x'], said: { tags: { value: ['Beans & Peas'] } } },
    { title: 'arXiv:2101.00002', source: 'link', said: {} },
  ]);
  expect(refused).toEqual([{ line: 13, what: 'https://example.org/', why: 'no-paper' }]);
});

describe('a pasted list', () => {
  test('one a line: each paper once, lines that name none refused', async () => {
    const text =
      'https://arxiv.org/abs/2101.00001v2\n2101.00001\narXiv:hep-th/9901001\nturnips\nhttps://doi.org/10.5555/B\n\n# a heading\nPMID: 12345';
    const { papers, refused } = await readList(text, still);
    expect(papers.map(({ title }) => title)).toEqual([
      'arXiv:2101.00001',
      'arXiv:hep-th/9901001',
      'doi:10.5555/b',
      'pmid:12345',
    ]);
    expect(refused).toEqual([{ line: 4, what: 'turnips', why: 'no-paper' }]);
  });

  test('running text: what it names, and no line refused', async () => {
    const text =
      'We liked\nthe one on beans\n(see https://arxiv.org/pdf/2101.00001.pdf),\nthen 10.5555/x(1)y.\nIn 2024.12 nothing,\nversion 1.2345.67 neither.\n';
    const { papers, refused } = await readList(text, still);
    expect(papers.map(({ title }) => title)).toEqual(['arXiv:2101.00001', 'doi:10.5555/x(1)y']);
    expect(refused).toEqual([]);
  });

  test('Gleaner’s task list gives title, status, star, tags and note', async () => {
    const text =
      '# Papers\n\n- [x] [On \\*Beans\\*](https://arxiv.org/abs/2101.00001) — Ada Sprout (2021) · 1 digest · **starred** · #garden\n  - Note: mine\n- [ ] [Peas](https://doi.org/10.5555/p) · **reading**\n';
    expect((await readList(text, still)).papers).toMatchObject([
      {
        title: 'On *Beans*',
        said: {
          status: { value: 'read' },
          starred: { value: true },
          tags: { value: ['garden'] },
          note: { value: 'mine' },
        },
      },
      { title: 'Peas', said: { status: { value: 'reading' } } },
    ]);
  });
});
