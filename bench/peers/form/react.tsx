import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { FormProvider, useForm, useFormContext } from 'react-hook-form';
import { zodResolver } from '@hookform/resolvers/zod';
import { z } from 'zod';
import { around, pages } from 'questions';
import type { Choice, Control, Day, FormPage, Line } from '../../form/pages.ts';

type Answers = Record<string, string | string[] | boolean | undefined>;

const looks = {
  tel: (text: string) => text.replace(/\D/g, '').length >= 5,
  email: (text: string) => /^\S+@\S+\.\S+$/.test(text),
};

function schemaOf({ controls }: FormPage) {
  return z.object(Object.fromEntries(controls.flatMap(control => fieldsOf(control))));
}

function fieldsOf(control: Control): [string, z.ZodType][] {
  switch (control.kind) {
    case 'one': {
      const chosen = z.string({ error: control.missing || undefined });
      return [[control.name, control.missing ? chosen : chosen.nullish()]];
    }
    case 'many': {
      const chosen = z.array(z.string());
      return [[control.name, control.missing ? chosen.min(1, control.missing) : chosen.optional()]];
    }
    case 'tick':
      return [[control.name, z.boolean().optional()]];
    case 'day':
      return control.parts.map(part => [part.name, z.string().max(4).optional()]);
    default: {
      const { kind, missing, wrong } = control;
      const text = z.string().max(kind === 'story' ? 10_000 : 200);
      const known = missing ? text.min(1, missing) : text;
      const isLike = kind === 'tel' || kind === 'email' ? looks[kind] : () => true;
      return [[control.name, known.refine(value => !value || isLike(value), wrong)]];
    }
  }
}

const schemas = pages.map(schemaOf);
const blank: Answers = Object.fromEntries(
  pages.flatMap(({ controls }) =>
    controls.flatMap((control): [string, string | string[] | boolean][] => {
      if (control.kind === 'one') return [];
      if (control.kind === 'many') return [[control.name, []]];
      if (control.kind === 'tick') return [[control.name, false]];
      if (control.kind === 'day') return control.parts.map(part => [part.name, '']);
      return [[control.name, '']];
    }),
  ),
);

function App() {
  const [place, setPlace] = useState(0);
  const [answers, setAnswers] = useState(blank);
  const goOn = (given: Answers) => {
    setAnswers(before => ({ ...before, ...given }));
    setPlace(place + 1);
  };
  const page = pages[place];
  if (!page) return <Check answers={answers} onBack={() => setPlace(place - 1)} />;
  return (
    <Page
      key={place}
      page={page}
      schema={schemas[place]!}
      answers={answers}
      isFirst={place === 0}
      onNext={goOn}
      onBack={() => setPlace(place - 1)}
    />
  );
}

interface PageProps {
  page: FormPage;
  schema: z.ZodObject;
  answers: Answers;
  isFirst: boolean;
  onNext: (given: Answers) => void;
  onBack: () => void;
}

function Page({ page, schema, answers, isFirst, onNext, onBack }: PageProps) {
  const names = useMemo(() => Object.keys(schema.shape), [schema]);
  const defaultValues = useMemo(() => Object.fromEntries(names.map(name => [name, answers[name]])), [names, answers]);
  const form = useForm<Answers>({ resolver: zodResolver(schema) as never, defaultValues });
  const { errors } = form.formState;
  const failed = Object.entries(errors);
  const isAlone = page.heading === page.controls[0]?.label;
  return (
    <FormProvider {...form}>
      <form className="form" noValidate autoComplete="off" onSubmit={form.handleSubmit(onNext)}>
        {failed.length > 0 && (
          <div className="summary" role="alert" tabIndex={-1}>
            <h2>{around.problem}</h2>
            <ul>
              {failed.map(([name, error]) => (
                <li key={name}>
                  <a href={`#${name}`}>{String(error?.message)}</a>
                </li>
              ))}
            </ul>
          </div>
        )}
        {isFirst ? (
          <p className="danger">
            <strong>{around.danger.heading}</strong> {around.danger.text}
          </p>
        ) : (
          <button type="button" className="link" onClick={onBack}>
            {around.back}
          </button>
        )}
        <p className="progress">{page.progress}</p>
        {!isAlone && <Heading isFocused={!isFirst}>{page.heading}</Heading>}
        {page.lead && <p>{page.lead}</p>}
        {page.controls.map((control, index) => (
          <Field key={control.name} control={control} isHeading={isAlone && index === 0} isFocused={!isFirst} />
        ))}
        <button type="submit">{around.next}</button>
      </form>
    </FormProvider>
  );
}

function Heading({ isFocused, children }: { isFocused: boolean; children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (isFocused) heading.current?.focus();
  }, [isFocused]);
  return (
    <h2 id="step-heading" tabIndex={-1} ref={heading}>
      {children}
    </h2>
  );
}

interface FieldProps {
  control: Control;
  isHeading: boolean;
  isFocused: boolean;
}

function Field({ control, isHeading, isFocused }: FieldProps) {
  const { register } = useFormContext<Answers>();
  const title = (label: ReactNode) => (isHeading ? <Heading isFocused={isFocused}>{label}</Heading> : label);
  switch (control.kind) {
    case 'one':
    case 'many':
      return <Choices control={control} title={title} />;
    case 'day':
      return <DayField control={control} title={title} />;
    case 'tick':
      return (
        <label className="option">
          <input type="checkbox" {...register(control.name)} />
          <span>{control.label}</span>
        </label>
      );
    default:
      return <TextField control={control} title={title} />;
  }
}

type Title = (label: ReactNode) => ReactNode;

function Help({ control }: { control: Control }) {
  const { formState } = useFormContext<Answers>();
  const error = formState.errors[control.name];
  return (
    <>
      {control.hint && (
        <p className="hint" id={`${control.name}-hint`}>
          {control.hint}
        </p>
      )}
      {error && (
        <p className="error" id={`${control.name}-error`}>
          {String(error.message)}
        </p>
      )}
    </>
  );
}

function Choices({ control, title }: { control: Choice; title: Title }) {
  const { register } = useFormContext<Answers>();
  return (
    <fieldset aria-describedby={control.hint ? `${control.name}-hint` : undefined}>
      <legend>{title(control.label)}</legend>
      <Help control={control} />
      {control.options.map(({ value, label, hint }) => (
        <label className="option" key={value}>
          <input
            type={control.kind === 'one' ? 'radio' : 'checkbox'}
            value={value}
            aria-labelledby={`${control.name}-${value}-label`}
            {...register(control.name)}
          />
          <span>
            <span id={`${control.name}-${value}-label`}>{label}</span>
            {hint && <span className="hint">{hint}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function TextField({ control, title }: { control: Line; title: Title }) {
  const { register } = useFormContext<Answers>();
  const { name, kind, label, hint } = control;
  const common = { id: name, 'aria-describedby': hint ? `${name}-hint` : undefined, ...register(name) };
  return (
    <div className="field">
      {title(<label htmlFor={name}>{label}</label>)}
      <Help control={control} />
      {kind === 'story' ? <textarea rows={5} {...common} /> : <input type={kind} {...common} />}
    </div>
  );
}

function DayField({ control, title }: { control: Day; title: Title }) {
  const { register } = useFormContext<Answers>();
  return (
    <fieldset>
      <legend>{title(control.label)}</legend>
      <Help control={control} />
      <div className="day">
        {control.parts.map(({ name, label }) => (
          <div key={name}>
            <label htmlFor={name}>{label}</label>
            <input id={name} type="text" inputMode="numeric" {...register(name)} />
          </div>
        ))}
      </div>
    </fieldset>
  );
}

function Check({ answers, onBack }: { answers: Answers; onBack: () => void }) {
  return (
    <div className="form">
      <button type="button" className="link" onClick={onBack}>
        {around.back}
      </button>
      <Heading isFocused>{String(around.check.heading)}</Heading>
      <p>{String(around.check.lead)}</p>
      <dl>
        {pages
          .flatMap(({ controls }) => controls)
          .map(control => (
            <div key={control.name}>
              <dt>{control.label}</dt>
              <dd>{saidOf(control, answers)}</dd>
            </div>
          ))}
      </dl>
    </div>
  );
}

function saidOf(control: Control, answers: Answers): string {
  if (control.kind === 'day') return control.parts.map(({ name }) => String(answers[name] ?? '')).join(' ');
  const value = answers[control.name];
  if (control.kind !== 'one' && control.kind !== 'many') return String(value ?? '');
  const chosen = [value ?? []].flat();
  return control.options
    .filter(option => chosen.includes(option.value))
    .map(({ label }) => label)
    .join(', ');
}

createRoot(document.getElementById('form')!).render(<App />);
