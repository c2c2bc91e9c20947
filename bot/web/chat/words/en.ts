/** Everything the page itself says, in English. What the bot says comes from the server. */
/** Said where a chat is kept for less than a day: with two people in it, it is not taken away so soon. */
const KEPT_WITH_PERSON =
  'While you wait for a person from the helpline, or talk with one, it is kept for 24 hours after the last message.';

export const en = {
  // The page before and without JavaScript, and its name.
  pageTitle: 'Navigator',
  name: 'Support Navigator',
  whatThisIs:
    'A bot that helps you find support, and people, for living with metastatic breast cancer. It is not a nurse or a doctor. No name is needed.',
  noScript: 'The chat needs JavaScript, which is off in this browser. These numbers work without it.',
  otherLanguage: 'Español',

  // Ways out, on every screen.
  urgent: 'Urgent help',
  person: 'A person',
  leave: 'Leave now',
  waysLabel: 'Help, plan and leaving',
  leaveHint: 'Leaves this page at once and clears it from this tab. You can also press the Escape key twice.',
  leaveHintShort: 'or press Esc twice',
  leftTitle: 'Weather',
  menu: 'Menu',
  backToChat: 'Back to the chat',

  // Urgent help and people.
  urgentTitle: 'Urgent help',
  urgentIntro: 'You can call or text now. You don’t need to explain it well. You just need to reach them.',
  peopleTitle: 'Cancer helplines',
  peopleWhenAway: 'The chat can’t reach anyone just now. You can call a person yourself.',
  notIn: {
    US: 'Not in the US?',
    AU: 'Not in Australia?',
    UK: 'Not in the UK?',
    CA: 'Not in Canada?',
    NZ: 'Not in New Zealand?',
  },
  countries: {
    US: 'United States',
    AU: 'Australia',
    UK: 'United Kingdom',
    CA: 'Canada',
    NZ: 'New Zealand',
  },
  numbersFor: (country: string) => `Numbers for: ${country}`,
  elsewhere: 'Somewhere else? Call the emergency number where you are.',
  purposes: {
    emergency: 'Danger to life',
    crisis: 'Thinking about ending your life, or in crisis',
    abuse: 'Someone is hurting or scaring you',
    poisons: 'Too much medicine, or something poisonous',
    own: 'The helpline of this service',
    night: 'Lines that answer day and night',
    helpline: 'Cancer helplines',
  },
  crisisBar: 'You can reach someone now',
  crisisBarHide: 'Hide',

  // The line to the server.
  connecting: 'Connecting…',
  connectingAgain: 'Connecting again…',
  offline: 'You are offline. What you write is kept here and sent when the line is back.',
  unreachable: 'The chat can’t be reached just now. It keeps trying. These numbers work without it.',
  gone: 'This chat is no longer kept, so it can’t go on. You can start a new one.',
  startNew: 'Start a new chat',

  // The conversation.
  conversation: 'Conversation',
  earlier: 'Earlier in this chat',
  yourAnswer: 'Your answer',
  botSaid: 'Bot:',
  youSaid: 'You:',
  writing: 'Writing…',
  notSentYet: 'Not sent yet',
  sending: 'Sending…',
  waitingForLine: 'Kept here. It goes out when the line is back.',
  failed: 'This could not be sent.',
  retry: 'Try again',
  discard: 'Discard',
  takeBack: 'Take back',
  skip: 'Skip',
  back: 'Back',
  why: 'Why do you ask?',
  continueAnswer: 'Continue',
  chooseOneOrSkip: 'Choose one or more, or press Skip.',
  chooseOne: 'Choose one or more.',
  writeSomething: 'Write something first.',
  numberBetween: (min: number, max: number) => `Write a number from ${min} to ${max}.`,
  dateNeeded: 'Choose a date.',
  ownWords: 'Or say it in your own words',
  ownWordsPlain: 'Write in your own words',
  send: 'Send',
  tooLong: (max: number) => `That is more than ${max} letters. Please make it shorter.`,
  waitingForPerson: 'Waiting for a person from the helpline.',
  withPerson: 'You are writing with a person from the helpline.',
  endChat: 'End this chat',
  writeToPerson: 'Write to the helpline',
  fromHelpline: (name: string) => `${name}, from the helpline`,
  isWriting: (name: string) => `${name} is writing…`,
  readByPerson: 'Read',
  reportWrong: 'This number or address is wrong',
  reported: 'Thank you. We will check it.',
  reachedAsk: 'If you have tried: did you reach someone here?',
  reachedHint:
    'You can leave this open. It is only counted, without you and without the name of the service.',
  reachedYes: 'Yes',
  reachedNo: 'No',
  reachedThanks: 'Thank you for telling us.',
  notReachedThanks: 'Thank you for telling us. If you like, a person can help you look for another way.',
  couldNotShow: 'Part of this can’t be shown here.',

  // Before the first free text.
  consentTitle: 'Before you write',
  consentWhat: 'This is a bot. It reads what you write and looks for support that may fit.',
  consentKept: (hours: number) =>
    `What you write is kept for ${hours} hours after your last message, so that you can come back. Then it is deleted. You can delete it sooner in the menu.${hours < 24 ? ` ${KEPT_WITH_PERSON}` : ''}`,
  consentCannot:
    'It can’t give medical advice, and no one is watching the chat. For urgent help, call a number.',
  consentOk: 'OK, let me type',
  notNow: 'Not now',

  // Cards.
  draft: 'Draft: not yet reviewed',
  involves: 'What does this involve?',
  sources: 'Sources',
  keep: 'Keep',
  kept: 'Kept',
  takeOut: 'Take out',
  keptNow: (what: string) => `${what} is in your plan.`,
  takenOutNow: (what: string) => `${what} is no longer in your plan.`,
  moreAbout: 'For whom, cost, where',
  moreFolded: 'What to expect, for whom, cost',
  forWhom: 'For whom',
  cost: 'Cost',
  hours: 'Hours',
  deaf: 'Deaf or hard of hearing',
  where: 'Where',
  languages: 'Languages',
  openNow: 'Open now',
  closedNow: 'Closed now',
  source: 'Source',
  checked: (date: string) => `Checked ${date}`,
  newWindow: '(opens a new page)',
  summaryTitle: 'What would be passed on',

  // The plan.
  plan: 'My plan',
  planWithCount: (count: number) => `My plan\u00a0(${count})`,
  planEmpty:
    'Nothing is here yet. Press Keep on anything you would like to find again, and it waits for you here. Nothing is sent to anyone.',
  planIntro: 'What you kept. Nothing here is sent to anyone.',
  planOptions: 'Kinds of support',
  planServices: 'Services and numbers',
  planQuestions: 'Questions for the next appointment',
  planMore: 'Add a question, or get a code to come back',
  planPrint: 'Print',
  planDownload: 'Save as a file',
  planDownloadHint: 'The file stays on this device, where others who use it may see it.',
  planFileMade: (date: string) => `Made ${date}. Numbers and hours can change.`,

  // On return.
  returnTitle: 'You have a chat open in this tab',
  returnText: 'Continue where you were, or start fresh?',
  returnContinue: 'Continue',
  returnFresh: 'Start fresh',
  haveCode: 'I have a code',

  // A code from before.
  codeTitle: 'Come back with a code',
  codeIntro: 'If you got a code to come back with, write it here. Capital letters and dashes don’t matter.',
  codeLabel: 'Your code',
  codeGo: 'Open my chat',
  codeEmpty: 'Write the code first.',
  codeUnknown:
    'No chat was found for this code. It may be mistyped, or the chat may have been deleted since.',
  codeAway: 'The code can’t be checked just now. Please try again in a moment.',
  codeTooMany: 'Too many tries. Please wait a few minutes.',

  // The menu.
  menuTitle: 'Menu',
  language: 'Language',
  country: 'Country',
  again: 'Start again',
  erase: 'Delete my chat',
  about: 'About and privacy',
  erased: 'This chat has been deleted.',
  /** Pages of the helpline, by the name they are published under. */
  published: [
    ['crisis', 'What happens in a crisis'],
    ['confidentiality', 'What we keep, and who sees it'],
    ['complaints', 'If something went wrong'],
  ] as [name: string, title: string][],
  aboutTitle: 'About and privacy',
  aboutWhat: [
    'Support Navigator is a bot. It helps you find support, and people, for living with metastatic breast cancer. It is not a nurse or a doctor and gives no medical advice.',
    'It needs no name and no account. It asks about as little as it can, and you can skip every question.',
  ],
  aboutKeptTitle: 'What is kept',
  aboutKept: (hours: number) => [
    `The chat is kept on our server for ${hours} hours after your last message, so that you can come back to it. Then it is deleted. If you ask for a code to come back with, it is kept for 7 days.`,
    ...(hours < 24 ? [KEPT_WITH_PERSON] : []),
    'This page keeps the chat’s key, and words you have not sent yet, in this tab only. Closing the tab removes them. Leave now removes them at once. Your browser may still remember that you visited; a private window does not.',
    'The bot passes nothing to anyone unless you approve it, line by line.',
  ],
  aboutOthersTitle: 'If others use this device',
  aboutOthers: [
    'Someone with this device could read this chat while the tab is open. “Leave now” is at the top of every screen, and pressing the Escape key twice does the same.',
  ],
};

/** A language's words: every key of the English ones, with the same shape. */
export type Words = typeof en;
