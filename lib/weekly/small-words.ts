/** English words of titles that say nothing of what a paper is about; those of several (`methods`) stand for one. */
export const SMALL_WORDS: ReadonlySet<string> = new Set(
  `a about across after again against all also an and any are as at based be before being between beyond both but by can
  do does each even every few first for from good has have how if in into is it its just less let like make making
  many meet meets more most much need needs new next no not novel of off on one only or our out over own per really
  same should simple so some still study such than that the their them then there these they this those through to
  too toward towards two under up upon using versus very via was way we well what when where whether which while who
  why will with within without would yet you your approach case efficient effective enhanced enhancing
  exploring learn learned framework general improved improving introducing method perspective problem
  technical report review survey system task unified`.split(/\s+/),
);
