/**
 * What no text for people may say: jargon, words that blame or scare, and officialese, each as a part of a regular
 * expression. Where the word is the law's own and stands in a professional's question alone, it is not here.
 */
export const banned: readonly string[] = [
  // Words that blame, label or order people about.
  'invalid', 'please', 'required', 'mandatory', 'must be entered', 'vulnerable', 'sorry', 'illegal', 'failed to',
  'non-compliant', 'challenging behaviou?r', 'lack of insight', 'suffers? from', 'suffering from', 'the elderly',
  'the disabled', 'the deaf', 'the blind', 'handicapped', 'wheelchair-bound', 'bed blocker', 'frequent flyer',
  'hard to reach', 'attention.seeking', 'refus(?:es|ed) to engage', 'did not attend', 'victim', 'mentally ill',
  'addict', 'abuser', 'perpetrator', 'committed suicide',
  // Services talking about people.
  'service users?', 'clients?', 'customers?', 'cases? manage', 'caseload', 'end users?', 'stakeholders?', 'cohorts?',
  'presenting (?:issue|need)', 'placement breakdown', 'step.?down', 'triage', 'signpost', 'caseworker', 'intake',
  'onboard', 'discharged to', 'self-neglect', 'unmet need', 'needs-led', 'person.centred', 'co-produc', 'holistic',
  'wraparound', 'multi-disciplinary', 'inter-agency', 'pathways?', 'eligible', 'eligibility', 'ineligible', 'criteria',
  'threshold', 'instructed', 'non-instructed', 'appropriate adult', 'appropriate person', 'statutory', 'entitlement',
  // Officialese.
  'please note', 'in order to', 'prior to', 'in respect of', 'with regard to', 'pursuant', 'hereby', 'herein',
  'aforementioned', 'thereof', 'therein', 'notwithstanding', 'commence', 'terminate', 'endeavou?r', 'utilis', 'utiliz',
  'facilitat', 'implement', 'leverage', 'liaise', 'liaison', 'disclos', 'sufficient', 'insufficient', 'adequate',
  'approximately', 'additional', 'subsequent', 'furthermore', 'moreover', 'nevertheless', 'in the event', 'in lieu',
  'per annum', 'regarding', 'concerning', 'ascertain', 'determine', 'demonstrate', 'indicate', 'initiate',
  'participat', 'provision of', 'purchase', 'reside', 'residing', 'retain', 'submit', 'submission', 'supplementary',
  'terms and conditions', 'data subject', 'data controller', 'lawful basis', 'legitimate interests?', 'processed?',
  'erroneous', 'enquir(?:e|ies) should', 'at your earliest', 'we regret', 'unable to', 'not permitted', 'prohibited',
  'consent form', 'authoris(?:e|ation) form', 'mandate', 'deadline', 'going forward', 'touch base', 'robust',
  'empower', 'tackl', 'deliver(?:y|ing) of', 'key (?:worker|issue)', 'hub-and-spoke', 'commission',
  // Computers talking about themselves.
  'error code', 'null', 'undefined', 'server', 'client-side', 'timed? out', 'session expired', 'validation', 'field is',
  'form data', 'payload', 'log ?in failed', 'unknown error', 'contact (?:the|your) administrator', 'click here',
  'tick the box below', 'drop-?down', 'browser', 'captcha', 'cookies?',
]; // prettier-ignore
