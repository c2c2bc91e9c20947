/** @jsxImportSource react */
import { Button, Checkbox, Input } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { ConsoleStore } from '../state/console-store.ts';
import { type Day, DAYS, type Hours, hoursOf, isWholeDay, type Span, USUAL, weekOf } from '../state/week.ts';

interface HoursFieldProps {
  store: ConsoleStore;
  value: readonly Hours[];
  change: (hours: Hours[]) => void;
}

/** One row a day: open or not, from when to when, and again after a break. */
export function HoursField({ store, value, change }: HoursFieldProps) {
  const { words } = store;
  const week = weekOf(value);
  const write = (day: Day, spans: readonly Span[]) => change(hoursOf({ ...week, [day]: spans }));
  return (
    <fieldset className="fields hours">
      <legend>{words.hours}</legend>
      {DAYS.map((day) => (
        <div className="hours-row" key={day}>
          <Checkbox
            className="day"
            label={words.days[day]}
            checked={week[day].length > 0}
            onChange={(_, data) => write(day, data.checked === true ? [USUAL] : [])}
          />
          {week[day].map((span, place) => (
            <SpanFields
              // A span has no name but its place in the day.
              key={`${day} ${place}`}
              store={store}
              label={words.days[day]}
              span={span}
              change={(next) => write(day, week[day].toSpliced(place, 1, next))}
              {...(place > 0 ? { remove: () => write(day, week[day].toSpliced(place, 1)) } : {})}
            />
          ))}
          {week[day].length === 1 && week[day][0]?.to !== '24:00' && (
            <Button
              size="small"
              appearance="subtle"
              onClick={() => write(day, [...week[day], { from: week[day][0]?.to ?? USUAL.to, to: '24:00' }])}
            >
              {words.addHours}
              <span className="unseen">: {words.days[day]}</span>
            </Button>
          )}
        </div>
      ))}
      {value.length === 0 && <p className="error">{words.chooseDay}</p>}
      <div>
        <Button size="small" onClick={() => change([{ days: [...DAYS], from: '00:00', to: '24:00' }])}>
          {words.always}
        </Button>
      </div>
    </fieldset>
  );
}

interface SpanFieldsProps {
  store: ConsoleStore;
  label: string;
  span: Span;
  change: (span: Span) => void;
  remove?: () => void;
}

/** From and to, or "day and night". Browsers write midnight as 00:00; at the end of a day it is 24:00. */
function SpanFields({ store, label, span, change, remove }: SpanFieldsProps) {
  const { words } = store;
  // While someone writes in the fields they stay, whatever the hours are at that moment.
  const [writing, setWriting] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  const pressed = useRef(false);
  // The button is gone once it was pressed: the focus goes on to the fields it opened.
  useEffect(() => {
    if (writing && pressed.current) first.current?.focus();
    pressed.current = false;
  }, [writing]);
  if (isWholeDay(span) && !writing) {
    return (
      <span className="span">
        <span>{words.wholeDay}</span>
        <Button
          size="small"
          appearance="subtle"
          onClick={() => {
            pressed.current = true;
            setWriting(true);
          }}
        >
          {words.setHours}
          <span className="unseen">: {label}</span>
        </Button>
      </span>
    );
  }
  return (
    <span
      className="span"
      onFocus={() => setWriting(true)}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) setWriting(false);
      }}
    >
      <Input
        type="time"
        input={{ ref: first }}
        aria-label={`${label}, ${words.from}`}
        value={span.from}
        onChange={(_, data) => change({ ...span, from: data.value })}
      />
      <span aria-hidden="true">–</span>
      <Input
        type="time"
        aria-label={`${label}, ${words.to}`}
        value={span.to === '24:00' ? '00:00' : span.to}
        onChange={(_, data) => change({ ...span, to: data.value === '00:00' ? '24:00' : data.value })}
      />
      {remove !== undefined && (
        <Button size="small" appearance="subtle" onClick={remove}>
          {words.removeHours}
          <span className="unseen">: {label}</span>
        </Button>
      )}
    </span>
  );
}
