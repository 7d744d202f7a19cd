/** One small file of each kind that the import takes, each with the same two invented papers. */
export interface SampleFile {
  /** What it is, for the name of a test. */
  kind: string;
  name: string;
  text: string;
  /** The format as the preview names it. */
  format: string;
  /** What the first of its papers is called afterwards. */
  title: string;
}

const BEANS = 'Beans That Climb Whatever Stands Near';
const RADISHES = 'A Slow Study of Early Radishes';

export const SAMPLE_FILES: readonly SampleFile[] = [
  {
    kind: 'BibTeX',
    name: 'garden.bib',
    format: 'BibTeX',
    title: BEANS,
    text: `@misc{b, title={{Beans} That Climb Whatever Stands Near}, author={Sprout, Ada}, eprint={2101.00001}, archivePrefix={arXiv}, keywords={garden}}
@article{r, title={${RADISHES}}, doi={10.5555/radish.1}, year=2021}
`,
  },
  {
    kind: 'RIS',
    name: 'garden.ris',
    format: 'RIS',
    title: BEANS,
    text: `TY  - JOUR\r\nTI  - ${BEANS}\r\nAN  - arXiv:2101.00001\r\nKW  - garden\r\nER  - \r\nTY  - JOUR\r\nTI  - ${RADISHES}\r\nDO  - 10.5555/radish.1\r\nER  - \r\n`,
  },
  {
    kind: 'CSL-JSON',
    name: 'garden.json',
    format: 'CSL-JSON',
    title: BEANS,
    text: JSON.stringify([
      { id: 'b', type: 'article', title: BEANS, number: 'arXiv:2101.00001', keyword: 'garden' },
      { id: 'r', type: 'article', title: RADISHES, DOI: '10.5555/radish.1' },
    ]),
  },
  {
    kind: 'a Gleaner export',
    name: 'gleaner.json',
    format: 'Gleaner export',
    title: BEANS,
    text: JSON.stringify({
      format: 'gleaner',
      version: 1,
      papers: [
        { identifiers: ['arxiv:2101.00001'], title: BEANS, tags: ['garden'] },
        { identifiers: ['doi:10.5555/radish.1'], title: RADISHES },
      ],
      digests: [],
    }),
  },
  {
    kind: 'PaperMemory',
    name: 'memory.json',
    format: 'PaperMemory',
    title: BEANS,
    text: JSON.stringify({
      papers: {
        'Arxiv-2101.00001': {
          id: 'Arxiv-2101.00001',
          title: BEANS,
          author: 'Ada Sprout',
          tags: ['garden'],
          favorite: true,
        },
        'Other-1': { id: 'Other-1', title: RADISHES, author: 'Bo Root', doi: '10.5555/radish.1' },
        __dataVersion: 10100,
      },
    }),
  },
  {
    kind: 'CSV',
    name: 'garden.csv',
    format: 'CSV',
    title: BEANS,
    text: `Title,arXiv,DOI,Tags\r\n${BEANS},arXiv:2101.00001,,garden\r\n${RADISHES},,10.5555/radish.1,\r\n`,
  },
  {
    kind: 'bookmarks',
    name: 'bookmarks.html',
    format: 'bookmarks',
    title: BEANS,
    text: `<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<DL><p>\n<DT><H3>garden</H3>\n<DL><p>\n<DT><A HREF="https://arxiv.org/abs/2101.00001" ADD_DATE="1700000000">[2101.00001] ${BEANS}</A>\n<DT><A HREF="https://doi.org/10.5555/radish.1" ADD_DATE="1600000000">${RADISHES}</A>\n</DL><p>\n</DL><p>\n`,
  },
  {
    kind: 'a list',
    name: 'list.txt',
    format: 'list',
    title: 'arXiv:2101.00001',
    text: 'https://arxiv.org/abs/2101.00001\n10.5555/radish.1\n',
  },
  {
    kind: 'a text digest',
    name: 'feb-3.txt',
    format: 'text digest',
    title: BEANS,
    text: `Feb 3\n\n${BEANS}\n\nWe dig a row, wait for rain, and write down what comes up.\n\n${RADISHES}\n\nWe dig another row, wait for rain again, and write that down.\n`,
  },
];
