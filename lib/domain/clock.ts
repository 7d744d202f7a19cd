/**
 * A hybrid logical clock: wall time, a counter for changes within one millisecond, and the device, so that two machines
 * agree on which of two edits is the later one even when their clocks differ (Kulkarni et al. 2014,
 * https://cse.buffalo.edu/tech-reports/2014-04.pdf). Written so that comparing the texts compares the clocks.
 */
export type Clock = string;

const TIME_DIGITS = 9; // base 36 milliseconds until the year 5188
const COUNTER_DIGITS = 4;

/**
 * The next reading after `last` on this device.
 * @param last the latest clock this device has made or seen
 * @param nowMs wall time in milliseconds since 1970
 * @param device a name without `-`
 */
export function tick(last: Clock | undefined, nowMs: number, device: string): Clock {
  const previous = last ? parseClock(last) : { ms: 0, counter: 0 };
  const ms = Math.max(nowMs, previous.ms);
  const counter = ms === previous.ms ? previous.counter + 1 : 0;
  return `${ms.toString(36).padStart(TIME_DIGITS, '0')}-${counter.toString(36).padStart(COUNTER_DIGITS, '0')}-${device}`;
}

function parseClock(clock: Clock): { ms: number; counter: number } {
  const [time = '0', counter = '0'] = clock.split('-');
  return { ms: Number.parseInt(time, 36), counter: Number.parseInt(counter, 36) };
}
