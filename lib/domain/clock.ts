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
  const isFull = previous.counter + 1 >= 36 ** COUNTER_DIGITS;
  const ms = Math.max(nowMs, isFull ? previous.ms + 1 : previous.ms);
  const counter = ms === previous.ms ? previous.counter + 1 : 0;
  return `${ms.toString(36).padStart(TIME_DIGITS, '0')}-${counter.toString(36).padStart(COUNTER_DIGITS, '0')}-${device}`;
}

function parseClock(clock: Clock): { ms: number; counter: number } {
  const [time = '0', counter = '0'] = clock.split('-');
  return { ms: Number.parseInt(time, 36), counter: Number.parseInt(counter, 36) };
}

/** The latest time, in milliseconds since 1970, that a clock from elsewhere is believed to have come from. */
const LAST_MS = Date.UTC(2200, 0);

/** Whether this device's clock can go on from a clock that it was given. One from beyond all sense would stop it for good. */
export function isCredible(clock: Clock): boolean {
  return parseClock(clock).ms < LAST_MS;
}
