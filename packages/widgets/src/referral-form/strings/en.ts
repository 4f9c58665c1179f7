import type { Words } from '../../internal/strings/en.ts';

/** A text that differs between a person who asks for themselves, someone who asks for another, and a professional. */
export interface Voiced {
  readonly self: string;
  readonly other: string;
  /** What a professional is told where that is not what anyone else who asks for another is told. */
  readonly professional?: string;
}

const yesNo = { yes: 'Yes', no: 'No', unknown: 'I don’t know' };
const hard = { yes: 'Hard', no: 'Not hard', unknown: yesNo.unknown };
const optional = 'You can leave this empty.';

/**
 * The words of the referral form, in English. They give the shape: another language is a file of the same keys.
 *
 * Short, plain sentences for a reading age of 9 to 11, none of more than 25 words. No acronym goes unexplained.
 */
export const referral = {
  /** Goes along with each referral, so that staff know which words were read. It changes when they do. */
  version: 'en-1',
  /** Says what the form is, to people who move from landmark to landmark. */
  name: 'Ask for an advocate',
  notYet: {
    heading: 'The form is not ready yet',
    text: 'You can still ask for an advocate.',
  },
  dangerNow: { heading: 'If someone is in danger, ring 999 now.', text: 'Do not wait for us.', ring: 'Ring 999' },
  emergency: {
    ring: { link: 'Ring 999', text: 'and say who is in danger and where.' },
    quiet: 'If it is not safe to speak, ring 999 on a mobile and then press 55.',
    deaf: {
      text: 'If you are deaf or cannot speak, you can text 999. First text “register” to 999, and do what the answer says.',
      link: 'Text 999',
    },
    sign: 'For British Sign Language, go to',
    hurt: {
      heading: 'If someone is being hurt or not looked after',
      text: 'Tell the council for the area where that person is. They must find out what is going on and help to keep people safe.',
    },
    low: {
      heading: 'If you feel that you cannot go on',
      text: 'Talk to Samaritans at any time, day or night. It is free.',
      link: 'Ring 116 123',
    },
    after: 'When you are safe, you can go on here. An advocate can help you with what comes next.',
  },
  parts: {
    happening: 'What is happening',
    person: { self: 'About you', other: 'About the person' },
    contact: 'Keeping in touch safely',
    help: 'What would help',
    check: 'Check and send',
  },
  progress: (part: number, parts: number, name: string) => `Part ${part} of ${parts}: ${name}`,
  back: 'Back',
  next: 'Continue',
  trap: 'Leave this empty',
  callBack: { ask: 'Ask us to ring you instead', stop: 'Answer the questions instead' },

  /** What stands above a page with several questions. */
  steps: {
    emergency: { heading: 'Get help now', lead: '' },
    hurt: { heading: 'If someone is being hurt or not looked after', lead: '' },
    difficulties: {
      heading: 'What does the person find hard, even with help?',
      lead: 'The law counts someone as having substantial difficulty if one or more of the first four is hard (Care Act 2014, section 67(4)). If you are not sure, say so.',
    },
    judgement: { heading: 'Who looked at this, and when?', lead: '' },
    process: { heading: 'Where is the process now?', lead: '' },
    serious_medical_treatment: { heading: 'The medical treatment', lead: '' },
    change_of_home: { heading: 'The move', lead: '' },
    decides: { heading: 'The person who decides', lead: '' },
    section: { heading: 'The Mental Health Act', lead: 'Leave out what you do not know.' },
    deprivation: {
      heading: 'The Deprivation of Liberty Safeguards',
      lead: 'We ask what was authorised. You do not have to say if someone is deprived of their liberty.',
    },
    complaint_more: { heading: 'More about the complaint', lead: '' },
    child: { heading: 'About the child or young person', lead: '' },
    dates: {
      heading: 'Are there dates that we need to know?',
      lead: 'For example, a meeting, a move or an operation. Leave empty what has no date.',
    },
    authorities: { heading: 'Who is dealing with this?', lead: 'Write the name of the council or hospital.' },
    staying: { heading: { self: 'Where are you now?', other: 'Where are they now?' }, lead: '' },
    age: { heading: 'How old are they?', lead: '' },
    details: {
      heading: { self: 'Where we can reach you', other: 'Where we can reach them' },
      lead: 'We use only what you give us here.',
    },
    safety: {
      heading: { self: 'Keeping you safe', other: 'Keeping them safe' },
      lead: 'We want to get in touch without making anything worse.',
    },
    name: { heading: { self: 'Your name', other: 'Their name' }, lead: '' },
    referrer: { heading: 'About you', lead: 'We may need to ask you something.' },
    communication_more: { heading: 'A little more about that', lead: '' },
    preferences: { heading: { self: 'Your advocate', other: 'Their advocate' }, lead: '' },
    call_back: {
      heading: 'We will ring you',
      lead: 'We then ask the rest when we speak. If it cannot wait, ring us now.',
    },
    check: { heading: 'Check and send', lead: 'Check what you told us. You can change any answer.' },
  },

  questions: {
    danger: {
      label: 'Is anyone in danger now?',
      hint: 'This means that someone may be badly hurt today.',
      options: { ...yesNo, unknown: 'I’m not sure' },
    },
    about: {
      label: 'Who needs an advocate?',
      hint: 'An advocate is on your side. They help you say what you want and know your rights. It is free.',
      options: {
        self: 'I do',
        family: 'Someone in my family',
        friend: 'A friend, or someone else I know',
        professional: 'Someone I work with',
      },
      hints: { self: 'Choose this too if you look after someone and want help for yourself.' },
      errors: { none: 'Choose who needs an advocate' },
    },
    consent: {
      label: 'Do they know that you are asking for them?',
      hint: 'Any answer is fine. We ask so that we do not surprise or upset them.',
      options: {
        given: 'Yes, and they agree',
        asked_and_refused: 'Yes, but they do not agree',
        not_asked: 'No, I have not asked them yet',
        cannot: 'They cannot decide about this now',
        unsafe_to_ask: 'It is not safe to ask them',
      },
      errors: { none: 'Choose whether they know that you are asking' },
    },
    basis: {
      label: 'What is your reason for asking without their agreement?',
      hint: 'For example, it is in their best interests, or the law says that you must. You can leave this empty.',
    },
    matters: {
      label: 'What is it about?',
      hint: {
        self: 'Choose all that fit. If you are not sure, choose that.',
        other: 'Choose all that fit. If you are not sure, choose that.',
        professional: 'Choose all that fit. We ask only what the law needs for what you choose.',
      },
      options: {
        care_assessment: {
          self: 'Getting care or support for the first time',
          other: 'Getting care or support for the first time',
          professional: 'Care Act: assessment of needs (section 9)',
        },
        care_plan: {
          self: 'A care plan',
          other: 'A care plan',
          professional: 'Care Act: care and support plan (section 25)',
        },
        care_review: {
          self: 'My care or support being checked, changed or cut',
          other: 'Their care or support being checked, changed or cut',
          professional: 'Care Act: review (section 27)',
        },
        carers_assessment: {
          self: 'Looking after someone else',
          other: 'Looking after someone else',
          professional: 'Care Act: carer’s assessment (section 10)',
        },
        transition_assessment: {
          self: 'Growing up and moving to adult care',
          other: 'Growing up and moving to adult care',
          professional: 'Care Act: moving from children’s to adult services (sections 58 to 66)',
        },
        safeguarding_enquiry: {
          self: 'Being hurt, scared, cheated or not looked after',
          other: 'Being hurt, scared, cheated or not looked after',
          professional: 'Safeguarding enquiry (section 42)',
        },
        safeguarding_review: {
          self: 'A review of how someone was hurt',
          other: 'A review of how someone was hurt',
          professional: 'Safeguarding adults review (section 44)',
        },
        change_of_home: {
          self: 'Moving, or where to live',
          other: 'Moving, or where to live',
          professional: 'Long-term move, for someone who may not be able to decide (Mental Capacity Act)',
        },
        notice_to_leave: 'Having to leave a home',
        serious_medical_treatment: {
          self: 'A big decision about medical treatment',
          other: 'A big decision about medical treatment',
          professional: 'Serious medical treatment, for someone who may not be able to decide (Mental Capacity Act)',
        },
        mental_health_act: {
          self: 'Being in hospital, or treated, for my mental health',
          other: 'Being in hospital, or treated, for their mental health',
          professional: 'Mental Health Act',
        },
        deprivation_of_liberty: {
          self: 'Not being free to leave a home or hospital',
          other: 'Not being free to leave a home or hospital',
          professional: 'Deprivation of Liberty Safeguards',
        },
        nhs_complaint: {
          self: 'A complaint about a hospital, doctor or other health care',
          other: 'A complaint about a hospital, doctor or other health care',
        },
        childrens_services: {
          self: 'Social workers and children',
          other: 'Social workers and children',
          professional: 'Children’s services',
        },
        money_and_budgets: 'Money to pay for care, and how it is spent',
        planning_support: 'Planning or arranging support',
        provider_closing: 'A care home or a service that closes',
        meeting_others: 'Meeting others who speak up for themselves',
        something_else: 'Something else',
        information_only: 'Just a question',
        not_sure: 'I’m not sure',
      },
      errors: { none: 'Choose what it is about, or “I’m not sure”' },
    },

    understanding: { label: 'Understanding what they are told', hint: '', options: hard },
    retaining: { label: 'Keeping it in mind long enough', hint: '', options: hard },
    weighing: { label: 'Using it to decide', hint: '', options: hard },
    communicating: { label: 'Telling others what they think, want or feel', hint: 'In any way: by talking, signs or pictures.', options: hard }, // prettier-ignore
    adjustment: {
      label: 'Would something simple take the difficulty away?',
      hint: 'For example, more time, easy words and pictures, or someone to interpret.',
      options: yesNo,
    },
    judged_by: { label: 'Who judged this?', hint: 'Write their name and job.' },
    judged_on: { label: 'When?', hint: '' },
    difficulty_detail: { label: 'Anything to add about the difficulty', hint: optional },
    stage: {
      label: 'How far is it?',
      hint: 'The right to an advocate begins with the first contact.',
      options: { beginning: 'It is about to begin', under_way: 'It is under way', ended: 'It has ended', unknown: yesNo.unknown }, // prettier-ignore
    },
    enquiry_role: {
      label: 'Why is this person part of the enquiry?',
      hint: '',
      options: {
        at_risk: 'They may have been harmed',
        alleged_source: 'They may have harmed someone',
        unknown: yesNo.unknown,
      },
    },
    disagreement: {
      label: 'Does the council disagree with whoever supports the person?',
      hint: 'We mean about something that matters to the person.',
      options: yesNo,
    },
    what: {
      label: 'What has to be decided?',
      hint: 'Name the treatment or the move, and what else could be done.',
    },
    finding: {
      label: 'Can the person make this decision now?',
      hint: 'The law says that an adult can, unless a check of this one decision shows that they cannot.',
      options: { lacks: 'No, a capacity assessment found that they cannot', has: 'Yes', not_assessed: 'This has not been assessed yet' }, // prettier-ignore
    },
    assessed_by: { label: 'Who assessed this?', hint: 'Write their name and job.' },
    assessed_on: { label: 'When was it assessed?', hint: '' },
    long_stay: {
      label: 'Will the stay be a long one?',
      hint: 'This means 28 days or more in hospital, or 8 weeks or more in a care home.',
      options: yesNo,
    },
    instruct: {
      label: 'May you ask for this kind of advocate by law?',
      hint: 'Some advocates can only be asked for by a council or a health body, or by someone who acts for it.',
      options: yesNo,
    },
    attorney: {
      label: 'Is there an attorney or a deputy for this decision?',
      hint: 'Someone who may decide for the person by law.',
      options: yesNo,
    },
    decides: {
      label: 'Who makes the decision?',
      hint: '',
      options: { me: 'I do', someone_else: 'Someone else' },
    },
    decider_name: { label: 'Their name', hint: '' },
    decider_role: { label: 'Their job', hint: '' },
    decider_organization: { label: 'Who they work for', hint: '' },
    decider_telephone: { label: 'Their telephone number', hint: '' },
    decider_email: { label: 'Their e-mail address', hint: '' },
    detention_status: {
      label: {
        self: 'Are you kept in hospital under the Mental Health Act?',
        other: 'Are they kept in hospital under the Mental Health Act?',
        professional: 'How does the Mental Health Act apply?',
      },
      hint: {
        self: 'People also call it being sectioned.',
        other: 'People also call it being sectioned.',
        professional: '',
      },
      options: {
        detained: {
          self: 'Yes, I cannot leave',
          other: 'Yes, they cannot leave',
          professional: 'Detained in hospital',
        },
        community_treatment_order: {
          self: 'No, but I have a community treatment order',
          other: 'No, but they have a community treatment order',
          professional: 'Community treatment order',
        },
        guardianship: 'Guardianship',
        conditional_discharge: 'Conditional discharge',
        informal: {
          self: 'No, I chose to be here',
          other: 'No, they chose to be there',
          professional: 'Informal patient',
        },
        treatment_under_section_57: 'Treatment under section 57',
        treatment_under_section_58a: 'Treatment under section 58A, and under 18',
        unknown: yesNo.unknown,
      },
    },
    section: { label: 'Which section?', hint: 'For example, 2, 3 or 37/41.' },
    detained_since: { label: 'Since when?', hint: '' },
    hearing: { label: 'Is there a date for a tribunal or a managers’ hearing?', hint: '' },
    told_rights: {
      label: 'Were they told of their right to an advocate?',
      hint: 'The hospital must do so by talking and in writing (section 130D).',
      options: yesNo,
    },
    deprivation_stage: {
      label: 'Where is it now?',
      hint: '',
      options: {
        being_assessed: 'It is being assessed',
        authorised: 'It is authorised',
        between_representatives: 'It is authorised, and there is no representative now',
        unknown: yesNo.unknown,
      },
    },
    deprivation_kind: {
      label: 'Which kind is it?',
      hint: '',
      options: { standard: 'Standard', urgent: 'Urgent', unknown: yesNo.unknown },
    },
    authorised_from: { label: 'When did it begin?', hint: '' },
    authorised_by: { label: 'Which council authorises it?', hint: 'The law calls this council the supervisory body.' },
    authorised_until: { label: 'When does it end?', hint: '' },
    objects: { label: 'Does the person object?', hint: 'By what they say or by what they do.', options: yesNo },
    representative: { label: 'Who is their representative?', hint: 'Leave this empty if there is none.' },
    in_court: { label: 'Is it before the Court of Protection?', hint: '', options: yesNo },
    happened_on: { label: 'When did it happen?', hint: 'About is fine. You can leave this empty.' },
    known_on: { label: 'When did they first know about it?', hint: 'The time to complain may start on that day.' },
    made_yet: {
      label: { self: 'Have you complained yet?', other: 'Has a complaint been made yet?' },
      hint: '',
      options: yesNo,
    },
    on_behalf_of: {
      label: 'Whose care is the complaint about?',
      hint: '',
      options: {
        self: 'Their own',
        child: 'A child’s',
        adult_who_agrees: 'An adult’s, who agrees to it',
        adult_who_cannot: 'An adult’s, who cannot agree now',
        someone_who_died: 'Someone’s who has died',
      },
    },
    care_paid_by: {
      label: 'Who paid for that care?',
      hint: '',
      options: {
        nhs: 'The National Health Service',
        self: 'They paid for it',
        insurance: 'Insurance',
        council: 'The council',
        unknown: yesNo.unknown,
      },
    },
    advocate_for: {
      label: 'Who would the advocate be for?',
      hint: '',
      options: { child: 'A child or young person', parent: 'A parent', unknown: yesNo.unknown },
    },
    child_in_need: { label: 'Is the child in need, by a social worker’s plan?', hint: '', options: yesNo },
    looked_after_by: { label: 'Which council looks after the child?', hint: 'Leave this empty if none does.' },
    care_leaver: { label: 'Have they left care?', hint: '', options: yesNo },
    carer_for: {
      label: { self: 'Who do you look after?', other: 'Who do they look after?' },
      hint: 'For example, “my mother”. You do not have to give a name.',
    },

    narrative: {
      label: { self: 'What is happening, in your own words?', other: 'What is happening?' },
      hint: 'What has happened? Who is making decisions? You can leave this empty and tell us when we speak.',
    },
    wants: {
      label: { self: 'What do you want to happen?', other: 'What does the person want to happen?' },
      hint: { self: optional, other: 'Use their own words if you can. You can leave this empty.' },
    },
    date: {
      label: 'Is there a date that we need to know?',
      hint: 'For example, a meeting, a move or an operation. You can leave this empty.',
    },
    authority: {
      label: 'Which council or hospital is dealing with this?',
      hint: 'Write its name. You can leave this empty.',
    },

    setting: {
      label: { self: 'Where are you living now?', other: 'Where are they living now?' },
      hint: { self: 'Choose where you are today, even if it is for a short time.', other: 'Choose where they are today, even if it is for a short time.' }, // prettier-ignore
      options: {
        own_home: { self: 'My own home', other: 'Their own home' },
        someone_elses_home: 'Someone else’s home',
        hospital: 'A hospital',
        mental_health_ward: 'A mental health ward',
        care_home: 'A care home',
        supported_living: 'Supported living',
        shared_lives: 'With a Shared Lives carer',
        foster_home: 'With foster carers',
        prison: 'A prison',
        no_fixed_address: 'No fixed home',
        other: 'Somewhere else',
        unknown: yesNo.unknown,
      },
    },
    staying_at: {
      label: 'Name and address of the place',
      hint: 'In a hospital, write the ward too. You can leave this empty.',
    },
    staying_area: { label: 'Which town or council area is that in?', hint: '' },
    home_area: {
      label: { self: 'Which town or council area is your home in?', other: 'Which town or council area is their home in?' }, // prettier-ignore
      hint: 'This tells us which council may have to help. You can leave this empty.',
    },
    born: { label: 'What is their date of birth?', hint: '' },
    age_group: {
      label: { self: 'How old are you?', other: 'How old are they?' },
      hint: 'Some rights begin at 16 or at 18. You do not have to ask a parent first.',
      options: {
        under_16: 'Under 16',
        '16_or_17': '16 or 17',
        '18_or_over': '18 or over',
        unknown: { self: 'I don’t want to say', other: 'I don’t know' },
      },
    },
    has_supporter: {
      label: {
        self: 'Is there anyone who could speak up for you?',
        other: 'Is there anyone who could speak up for them?',
      },
      hint: {
        self: 'A friend, neighbour or someone in your family. You can still have an advocate.',
        other: 'A friend, neighbour or someone in their family. They can still have an advocate.',
        professional:
          'Not someone who is paid to care for them. The person has to agree (Care Act 2014, section 67(6)).',
      },
      options: yesNo,
    },
    supporters: {
      label: { self: 'Who could speak up for you?', other: 'Who could speak up for them?' },
      hint: 'You do not have to give names.',
    },
    no_supporter_because: {
      label: 'Is there anyone who cannot support the person, and why not?',
      hint: optional,
    },

    reach: {
      label: { self: 'How can we reach you?', other: 'How can we reach them?' },
      hint: { self: 'Choose every way that is safe for you.', other: 'Choose every way that is safe for them.' },
      options: {
        telephone: { self: 'Ring me', other: 'Ring them' },
        text_message: { self: 'Text me', other: 'Text them' },
        email: { self: 'E-mail me', other: 'E-mail them' },
        letter: { self: 'Write me a letter', other: 'Write them a letter' },
        visit: { self: 'Visit me', other: 'Visit them' },
        video: 'By video call',
        text_relay: 'By text relay, for people who are deaf or cannot speak',
        bsl_relay: 'By video relay in British Sign Language',
        through_someone: { self: 'Through someone I trust', other: 'Through me' },
        none: { self: 'I will contact you instead', other: 'They will contact you instead' },
      },
      hints: {
        none: {
          self: 'We will not contact you. When you have sent this, you get a reference to say when you get in touch.',
          other: 'We will not contact them. When you have sent this, you get a reference that they can say to us.',
        },
      },
      errors: {
        none: {
          self: 'Choose how we can reach you, or “I will contact you instead”',
          other: 'Choose how we can reach them, or “They will contact you instead”',
        },
        both: {
          self: 'Choose how we can reach you, or “I will contact you instead”, but not both',
          other: 'Choose how we can reach them, or “They will contact you instead”, but not both',
        },
      },
    },
    telephone: {
      label: { self: 'Your telephone number', other: 'Their telephone number' },
      hint: '',
      errors: {
        none: 'Write the telephone number',
        either: 'Write a telephone number or an e-mail address, so that we can set it up',
        wrong: 'Write a telephone number, like 01632 960 001',
      },
    },
    leave_message: {
      label: 'If nobody answers, can we leave a message?',
      hint: 'Think of who else could hear or see it.',
      options: yesNo,
    },
    email: {
      label: { self: 'Your e-mail address', other: 'Their e-mail address' },
      hint: 'Choose one that nobody else can read.',
      errors: { none: 'Write the e-mail address', wrong: 'Write an e-mail address, like name@example.org' },
    },
    address: {
      label: { self: 'Your home address', other: 'Their home address' },
      hint: 'Think of who else opens the post.',
      errors: { none: 'Write the address' },
    },
    through: {
      label: 'Who is it, and how can we reach them?',
      hint: 'For example, “my sister, 01632 960 001”.',
      errors: { none: 'Write who it is and how we can reach them' },
    },
    times: { label: 'When is a good time?', hint: 'And when is a bad time? You can leave this empty.' },
    ruled_out: {
      label: 'Is there any way that we must never use?',
      hint: 'Choose all that could cause trouble. You can leave this empty.',
      options: {
        telephone: 'Ringing',
        text_message: 'Text messages',
        email: 'E-mail',
        letter: 'Letters',
        visit: 'Visits',
      },
    },
    do_not_tell: {
      label: 'Is there anyone that we must not tell?',
      hint: 'Say who, and how we can keep it from them. You can leave this empty.',
    },
    name: {
      label: { self: 'What is your name?', other: 'What is their name?' },
      hint: {
        self: 'You can leave this out, or give any name you like.',
        other: 'You can leave this out if they would not want you to tell us.',
      },
    },
    known_as: {
      label: { self: 'What shall we call you?', other: 'What do they like to be called?' },
      hint: 'If that is another name. You can leave this empty.',
    },
    referrer_name: { label: 'Your own name', hint: 'You can leave this out.' },
    referrer_role: { label: 'Your job', hint: '' },
    referrer_organization: { label: 'Who you work for', hint: '' },
    referrer_team: { label: 'Your team or ward', hint: '' },
    referrer_body: {
      label: 'What kind of organization is that?',
      hint: '',
      options: {
        council: 'A council',
        nhs: 'A health body, such as a hospital or a doctor’s surgery',
        supervisory_body: 'A council’s team for the Deprivation of Liberty Safeguards',
        provider: 'A care home or another care provider',
        voluntary: 'A charity or community group',
        education: 'A school or college',
        other: 'Something else',
      },
    },
    referrer_telephone: {
      label: 'Your own telephone number',
      hint: '',
      errors: {
        none: 'Write your telephone number or your e-mail address, so that we can reach them through you',
        wrong: 'Write your telephone number, like 01632 960 001',
      },
    },
    referrer_email: { label: 'Your own e-mail address', hint: '' },
    case_number: { label: 'Your own number for this case', hint: 'If there is one. You can leave this empty.' },

    communication: {
      label: { self: 'What would help you?', other: 'What would help them?' },
      hint: 'Choose all that would help. You can leave this empty.',
      options: {
        easy_read: 'Easy words and pictures (Easy Read)',
        large_print: 'Large print',
        braille: 'Braille',
        audio: 'Recorded sound (audio)',
        bsl_video: 'Video in British Sign Language',
        plain_text: 'Plain text, for a screen reader',
        coloured_paper: 'Coloured paper',
        bsl_interpreter: 'A British Sign Language interpreter',
        sse_interpreter: 'A Sign Supported English interpreter',
        deafblind_manual: 'A deafblind manual interpreter',
        lipspeaker: 'A lipspeaker',
        makaton: 'Makaton',
        pictures_or_objects: 'Pictures or objects',
        speech_to_text: 'Someone who types what is said',
        language_interpreter: 'Someone who speaks another language',
        more_time: 'More time',
        quiet_place: 'A quiet place',
      },
    },
    language: { label: 'Which language?', hint: 'If it is not in the list, write it below.' },
    interpreter_gender: {
      label: 'Should the interpreter be a woman or a man?',
      hint: 'We do not ask family to interpret.',
      options: { woman: 'A woman', man: 'A man', any: 'It does not matter' },
    },
    print_size: {
      label: 'How large should the print be?',
      hint: '',
      options: { '16': '16 point', '20': '20 point', '24': '24 point', '28': '28 point', any: 'I’m not sure' },
    },
    communication_words: {
      label: 'Tell us more about what helps',
      hint: 'For example, how you show yes and no. You can leave this empty.',
    },
    advocate_gender: {
      label: { self: 'Should your advocate be a woman or a man?', other: 'Should their advocate be a woman or a man?' },
      hint: 'We try to do as you ask. If we cannot, we tell you.',
      options: { woman: 'A woman', man: 'A man', any: 'It does not matter' },
    },
    advocate_words: {
      label: 'Is there anything else that matters to you about the advocate?',
      hint: 'For example, their language, faith or culture. You can leave this empty.',
    },
    visit_safely: {
      label: 'Is there anything that we need to know to visit safely?',
      hint: 'For example, a dog, stairs, or someone who must not be there. You can leave this empty.',
    },
    agrees: {
      label: 'Do you agree that we use what you tell us?',
      hint: '',
      options: { yes: 'Yes, I agree' },
      errors: { none: 'Choose “Yes, I agree”, or speak to us instead' },
    },
  },

  needsHub: 'Before you send, you should know how your answers are used. We could not load that yet.',
  unknown: 'I don’t know',
  dateUnknown: 'There is a date, but I don’t know it',
  dayErrors: {
    day: 'Write the day of the date as well',
    month: 'Write the month of the date as well',
    year: 'Write the year of the date as well',
    fourNumbers: 'Write the year with 4 numbers, like 2027',
    farOff: 'Check the year: it is too far off',
    unreal: 'Check the date: there is no such day',
    both: 'Write the date, or choose that you don’t know it, but not both',
  },
  placeErrors: { both: 'Write it, or choose “I don’t know”, but not both' },
};

export type ReferralWords = typeof referral;

/** All the words of the form. */
export type FormWords = Words & { readonly referral: ReferralWords };
