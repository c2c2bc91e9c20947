/** @jsxImportSource react */
import { Field, Input, Select, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import type { CallbackWish } from '../../../domain/case.ts';
import type { CaseView } from '../../../domain/console.ts';
import type { ConsoleStore } from '../state/console-store.ts';
import { Opener } from './opener.tsx';
import { FormWindow } from './window.tsx';

const MESSAGES = ['', 'no_message', 'name_only', 'full'] as const;

/** Instead of going on writing: a call, at a time that is safe. What the person approved is filled in. */
export function CallLater({ store, view }: { store: ConsoleStore; view: CaseView }) {
  const { words } = store;
  const approved = (name: string) =>
    view.callbackWish?.[name as 'phone' | 'name'] ??
    view.summary.find(({ id }) => id.slice(id.indexOf('.') + 1) === name)?.text ??
    '';
  const [open, setOpen] = useState(false);
  const [phone, setPhone] = useState(() => approved('phone'));
  const [name, setName] = useState(() => approved('name'));
  const [times, setTimes] = useState(() => view.callbackWish?.times.join('\n') ?? '');
  const [message, setMessage] = useState<CallbackWish['message']>(() => view.callbackWish?.message ?? '');
  const arrange = () => {
    const wish: CallbackWish = {
      phone: phone.trim(),
      name: name.trim(),
      times: times
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
      message,
    };
    void store.act(view.id, 'call-later', wish).then(() => setOpen(false));
  };
  return (
    <>
      <Opener onClick={() => setOpen(true)}>{words.callLater}</Opener>
      <FormWindow
        id="call-later"
        title={words.callLaterTitle}
        submitLabel={words.callLater}
        submit={arrange}
        closeLabel={words.cancel}
        open={open}
        close={() => setOpen(false)}
      >
        <p>{words.callLaterHint}</p>
        <Field label={words.theirPhone} required>
          <Input
            type="tel"
            value={phone}
            autoComplete="off"
            required
            minLength={3}
            maxLength={40}
            onChange={(_, data) => setPhone(data.value)}
          />
        </Field>
        <Field label={words.askFor}>
          <Input value={name} autoComplete="off" maxLength={60} onChange={(_, data) => setName(data.value)} />
        </Field>
        <Field label={words.safeTimes} hint={words.oneALine}>
          <Textarea value={times} rows={2} onChange={(_, data) => setTimes(data.value)} />
        </Field>
        <Field label={words.messageLabelForCall}>
          <Select value={message} onChange={(_, data) => setMessage(data.value as CallbackWish['message'])}>
            {MESSAGES.map((kind) => (
              <option value={kind} key={kind}>
                {words.messageMay[kind]}
              </option>
            ))}
          </Select>
        </Field>
      </FormWindow>
    </>
  );
}
