// Run as a process of its own under different values of TZ: prints what the calendar answers.
import {
  addMonths,
  addWorkingDays,
  countWorkingDays,
  dateInZone,
  daysIn,
  endOfDateInZone,
  isCalendarDate,
  isDeadlineMet,
  prorate,
} from "../../../src/values/index.js";

const ZONES = ["UTC", "Asia/Kolkata", "America/Sao_Paulo", "Pacific/Apia", "Europe/Berlin"];
// Days around which one of the zones changes its clocks, skips a day, or nothing happens.
const DATES = ["2011-12-30", "2018-02-17", "2018-11-03", "2018-11-04", "2025-03-30", "2025-10-26"];
const HOURS = ["00:00:00Z", "02:30:00Z", "09:59:59.999Z", "18:30:00+05:30", "23:59:59-11:00"];

const period = { start: "2018-10-15", end: "2018-11-30" };
const answers = DATES.flatMap((date) => [
  isCalendarDate(date),
  addMonths(date, 1),
  addMonths(date, -13),
  addWorkingDays(date, 10, { holidays: ["2018-11-15"] }),
  daysIn({ start: "2011-01-31", end: date }),
  prorate({ start: "2011-01-31", end: date }, period),
  countWorkingDays({ start: "2011-01-31", end: date }),
  ...ZONES.flatMap((zone) => [
    endOfDateInZone(date, zone),
    ...HOURS.flatMap((hour) => [
      dateInZone(`${date}T${hour}`, zone),
      isDeadlineMet(date, `${date}T${hour}`, zone),
    ]),
  ]),
]);

// The machine's own reading of one local date proves that the process runs in another zone.
process.stdout.write(JSON.stringify({ machine: new Date(2018, 10, 4, 12).toISOString(), answers }));
