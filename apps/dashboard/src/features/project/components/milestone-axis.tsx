import { useElementSize } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { formatDate, formatMonth } from '../../../lib/format';
import type { ProjectDetail } from '../api/project';
import { axisRange, dateOfDay, dayNumber, daysOff, monthTicks, type AxisRange, type DaysOff } from '../time-axis';

type Milestone = NonNullable<ProjectDetail['construction']>['milestones'][number];
type ListedDays = Parameters<typeof daysOff>[0];

const rowHeight = 34;
const headHeight = 44;

interface Scale extends AxisRange {
  left: number;
  width: number;
  height: number;
}

function xOf({ from, to, left, width }: Scale, day: number): number {
  return left + ((day - from) / (to - from)) * (width - left);
}

/** Month names and their lines. */
function Months({ scale, most }: { scale: Scale; most: number }) {
  const { i18n } = useTranslation();
  return monthTicks(scale, most).map((day) => (
    <g key={day}>
      <line x1={xOf(scale, day)} x2={xOf(scale, day)} y1={headHeight - 8} y2={scale.height} className="axis-grid" />
      <text x={xOf(scale, day) + 3} y={12} className="axis-text">
        {formatMonth(dateOfDay(day).slice(0, 7), i18n.language)}
      </text>
    </g>
  ));
}

/** Days off of the parties' countries as shaded bands. */
function Holidays({ scale, bands }: { scale: Scale; bands: DaysOff[] }) {
  return bands.map((band) => (
    <rect
      key={band.from}
      x={xOf(scale, band.from)}
      width={Math.max(1.5, xOf(scale, band.to + 1) - xOf(scale, band.from))}
      y={headHeight - 8}
      height={scale.height - headHeight + 8}
      className="axis-holiday"
    >
      <title>{`${band.names.join(', ')} (${band.countries.join(', ')})`}</title>
    </rect>
  ));
}

function diamond(x: number, y: number, r: number): string {
  return `M${x - r},${y} L${x},${y - r} L${x + r},${y} L${x},${y + r} Z`;
}

/** One milestone: a hollow diamond for the baseline, a full one for what is expected, a disc for what was reached, and the way between. */
function Row({ scale, one, index, wide }: { scale: Scale; one: Milestone; index: number; wide: boolean }) {
  const { t } = useTranslation();
  const y = headHeight + index * rowHeight + rowHeight / 2;
  const at = (date: string): number => xOf(scale, dayNumber(date));
  const base = at(one.baselineOn ?? one.plannedOn);
  const end = at(one.actualOn ?? one.forecastOn);
  const label = wide ? `${one.code} ${t(`milestones.${one.code}`)}` : one.code;
  return (
    <g className={`axis-row ${one.state === 'reached' ? 'reached' : (one.mark ?? 'open')}`}>
      <text x={0} y={y + 4} className="axis-text">
        {label.length > 26 ? `${label.slice(0, 25)}…` : label}
      </text>
      <line x1={base} x2={end} y1={y} y2={y} className="axis-slip" />
      <path d={diamond(base, y, 7)} className="axis-baseline" />
      {one.actualOn === undefined ? (
        <path d={diamond(end, y, 6)} className="axis-forecast" />
      ) : (
        <circle cx={end} cy={y} r={6} className="axis-actual" />
      )}
    </g>
  );
}

interface MilestoneAxisProps {
  construction: NonNullable<ProjectDetail['construction']>;
  today: string;
  holidays: ListedDays;
}

/** Milestones on a time axis: baseline, forecast and actual, today, days off. A picture; the table below it says the same in words. */
export function MilestoneAxis({ construction, today, holidays }: MilestoneAxisProps) {
  const { t, i18n } = useTranslation();
  const { ref, width } = useElementSize<HTMLDivElement>();
  const { milestones, endsOn } = construction;
  const range = axisRange(milestones, endsOn, today);
  const wide = width >= 600;
  const height = headHeight + milestones.length * rowHeight + 4;
  const scale: Scale = { ...range, left: wide ? 210 : 40, width: Math.max(width, 260) - 12, height };
  const now = dayNumber(today);
  return (
    <div ref={ref} className="axis">
      {width > 0 && (
        <svg
          width={width}
          height={height}
          role="img"
          aria-label={t('projectPage.agreement.axis', { day: formatDate(today, i18n.language) })}
        >
          <Holidays scale={scale} bands={daysOff(holidays)} />
          <Months scale={scale} most={Math.max(2, Math.floor((scale.width - scale.left) / 74))} />
          {milestones.map((one, index) => (
            <Row key={one.code} scale={scale} one={one} index={index} wide={wide} />
          ))}
          {now >= range.from && now <= range.to && (
            <g>
              <line x1={xOf(scale, now)} x2={xOf(scale, now)} y1={34} y2={height} className="axis-today" />
              <text
                x={xOf(scale, now)}
                y={30}
                textAnchor={xOf(scale, now) > scale.width - 60 ? 'end' : 'middle'}
                className="axis-text strong"
              >
                {t('projectPage.agreement.today')}
              </text>
            </g>
          )}
        </svg>
      )}
    </div>
  );
}
