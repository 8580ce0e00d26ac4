import { Pipe, type PipeTransform } from '@angular/core';

const calendar = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', ...options });
const long = calendar({ day: 'numeric', month: 'long', year: 'numeric' });
const short = calendar({ day: 'numeric', month: 'short' });
const clock = calendar({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/**
 * "30 September 2026"; with `time` "30 September 2026, 5pm"; `short` "30 Sep"; `clock` "16:05". London time, whatever
 * the device says: a deadline is the same moment for everybody.
 */
export function dateInWords(value: string, form: 'long' | 'short' | 'time' | 'clock' = 'long'): string {
  // noon, so that a date without a time is the same day on either side of a clock change
  const moment = new Date(value.length === 10 ? `${value}T12:00:00Z` : value);
  if (form === 'short') return short.format(moment);
  if (form === 'clock') return clock.format(moment);
  return form === 'time' ? `${long.format(moment)}, ${timeInWords(moment)}` : long.format(moment);
}

function timeInWords(moment: Date): string {
  const [hour, minute] = clock.format(moment).split(':').map(Number) as [number, number];
  const minutes = minute === 0 ? '' : `.${String(minute).padStart(2, '0')}`;
  return `${hour % 12 || 12}${minutes}${hour < 12 ? 'am' : 'pm'}`;
}

/** "18 days left", "due today", "3 days past the due date". */
export function daysLeftInWords(days: number): string {
  const count = Math.abs(days) === 1 ? '1 day' : `${Math.abs(days)} days`;
  if (days === 0) return 'due today';
  return days > 0 ? `${count} left` : `${count} past the due date`;
}

@Pipe({ name: 'attDate' })
export class DatePipe implements PipeTransform {
  transform(value: string | null | undefined, form: 'long' | 'short' | 'time' | 'clock' = 'long'): string {
    return value ? dateInWords(value, form) : '';
  }
}

@Pipe({ name: 'attDaysLeft' })
export class DaysLeftPipe implements PipeTransform {
  transform(days: number): string {
    return daysLeftInWords(days);
  }
}
