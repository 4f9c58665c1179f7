import { Model } from 'survey-core';
import 'survey-js-ui';
import { around, pages } from 'questions';
import type { Control } from '../../form/pages.ts';

function elementOf(control: Control) {
  const asked = { name: control.name, title: control.label, description: control.hint };
  switch (control.kind) {
    case 'one':
    case 'many': {
      const choices = control.options.map(({ value, label }) => ({ value, text: label }));
      const type = control.kind === 'one' ? 'radiogroup' : 'checkbox';
      return { ...asked, type, choices, isRequired: Boolean(control.missing), requiredErrorText: control.missing };
    }
    case 'tick':
      return { ...asked, type: 'checkbox', titleLocation: 'hidden', choices: [{ value: 'yes', text: control.label }] };
    case 'day':
      return {
        ...asked,
        type: 'multipletext',
        items: control.parts.map(({ name, label }) => ({ name, title: label })),
      };
    case 'story':
      return { ...asked, type: 'comment', maxLength: 10_000 };
    default: {
      const { kind, missing, wrong } = control;
      const regex = { tel: '(\\D*\\d){5}', email: '^\\S+@\\S+\\.\\S+$', text: '' }[kind];
      const validators = regex ? [{ type: 'regex', regex, text: wrong }] : [];
      return {
        ...asked,
        type: 'text',
        inputType: kind,
        isRequired: Boolean(missing),
        requiredErrorText: missing,
        validators,
      };
    }
  }
}

const survey = new Model({
  showQuestionNumbers: 'off',
  requiredMark: '',
  autoFocusFirstQuestion: true,
  autoAdvanceEnabled: false,
  questionErrorLocation: 'top',
  showCompleteButton: false,
  pageNextText: around.next,
  pagePrevText: around.back,
  pages: [
    ...pages.map(({ heading, lead, controls }, place) => ({
      name: `page-${place}`,
      title: heading === controls[0]?.label ? '' : heading,
      description: lead,
      elements: controls.map(elementOf),
    })),
    {
      name: 'check',
      title: around.check.heading,
      description: around.check.lead,
      elements: [{ type: 'html', name: 'answers', html: '' }],
    },
  ],
});

survey.onCurrentPageChanging.add((_, { newCurrentPage }) => {
  if (newCurrentPage.name !== 'check') return;
  const list = document.createElement('dl');
  for (const { title, displayValue } of survey.getPlainData({ includeEmpty: true })) {
    const term = list.appendChild(document.createElement('dt'));
    term.textContent = title;
    const said = list.appendChild(document.createElement('dd'));
    said.textContent =
      typeof displayValue === 'object' ? Object.values(displayValue ?? {}).join(' ') : String(displayValue ?? '');
  }
  survey.getQuestionByName('answers').html = list.outerHTML;
});

survey.render(document.getElementById('form')!);
