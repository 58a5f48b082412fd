import type { Survey } from "truescore/multirater";

/** The sample company's survey: 22 statements, each about one behaviour, on four scales. */
export const FERNHILL_SURVEY: Survey = {
  id: "fernhill-360-2026",
  version: 2,
  scales: [
    {
      id: "agreement",
      min: 1,
      max: 5,
      step: 1,
      direction: "higherIsBetter",
      points: [
        { value: 1, label: "Strongly disagree" },
        { value: 2, label: "Disagree" },
        { value: 3, label: "Neither agree nor disagree" },
        { value: 4, label: "Agree" },
        { value: 5, label: "Strongly agree" },
      ],
    },
    {
      id: "frequency",
      min: 1,
      max: 7,
      step: 1,
      direction: "higherIsBetter",
      points: [
        { value: 1, label: "Never" },
        { value: 4, label: "About half the time" },
        { value: 7, label: "Always" },
      ],
    },
    {
      id: "helpfulness",
      min: 0,
      max: 10,
      step: 1,
      direction: "higherIsBetter",
      points: [
        { value: 0, label: "Not at all helpful" },
        { value: 10, label: "Extremely helpful" },
      ],
    },
    {
      id: "lapses",
      min: 1,
      max: 5,
      step: 1,
      direction: "lowerIsBetter",
      points: [
        { value: 1, label: "Never" },
        { value: 2, label: "Rarely" },
        { value: 3, label: "Sometimes" },
        { value: 4, label: "Often" },
        { value: 5, label: "Very often" },
      ],
    },
  ],
  reportingScaleId: "agreement",
  competencies: [
    {
      id: "communication",
      name: "Communication",
      weight: 25,
      items: [
        { id: "lets-finish", text: "Lets others finish before answering", scaleId: "agreement" },
        {
          id: "explains-reasons",
          text: "Explains the reasons behind decisions",
          scaleId: "agreement",
        },
        {
          id: "writes-clearly",
          text: "Says clearly in writing what is needed",
          scaleId: "agreement",
        },
        {
          id: "shares-bad-news",
          text: "Tells those affected about bad news promptly",
          scaleId: "frequency",
        },
        { id: "talks-over", text: "Talks over people in meetings", scaleId: "lapses" },
      ],
    },
    {
      id: "collaboration",
      name: "Collaboration",
      weight: 20,
      items: [
        {
          id: "shares-knowledge",
          text: "Shares knowledge that helps others do their work",
          scaleId: "agreement",
        },
        {
          id: "keeps-agreements",
          text: "Keeps agreements made with other teams",
          scaleId: "agreement",
        },
        {
          id: "invites-views",
          text: "Asks quieter colleagues for their view",
          scaleId: "frequency",
        },
        {
          id: "faces-disagreement",
          text: "Takes up disagreements with the people involved",
          scaleId: "agreement",
        },
      ],
    },
    {
      id: "delivery",
      name: "Delivery",
      weight: 25,
      items: [
        {
          id: "meets-dates",
          text: "Delivers by the agreed date",
          scaleId: "frequency",
          weight: 2,
        },
        {
          id: "sets-priorities",
          text: "Puts the most important work first",
          scaleId: "agreement",
        },
        {
          id: "checks-quality",
          text: "Checks work against the agreed standard before handing it over",
          scaleId: "frequency",
        },
        { id: "warns-early", text: "Says early when a date is at risk", scaleId: "frequency" },
        { id: "finishes-work", text: "Finishes work that was started", scaleId: "agreement" },
      ],
    },
    {
      id: "adaptability",
      name: "Adaptability",
      weight: 15,
      items: [
        {
          id: "revises-plans",
          text: "Changes a plan when the facts change",
          scaleId: "agreement",
        },
        { id: "stays-calm", text: "Stays composed under pressure", scaleId: "agreement" },
        { id: "asks-feedback", text: "Asks for feedback on own work", scaleId: "frequency" },
        {
          id: "takes-up-methods",
          text: "Takes up new methods when the work calls for them",
          scaleId: "agreement",
        },
      ],
    },
    {
      id: "developing-others",
      name: "Developing others",
      weight: 15,
      items: [
        {
          id: "gives-feedback",
          text: "Gives specific feedback that helps others improve",
          scaleId: "agreement",
        },
        {
          id: "hands-over-tasks",
          text: "Hands over tasks that stretch others' skills",
          scaleId: "agreement",
        },
        {
          id: "gives-credit",
          text: "Gives others credit for their work",
          scaleId: "agreement",
        },
        {
          id: "advises",
          text: "Is helpful as a source of advice on professional growth",
          scaleId: "helpfulness",
        },
      ],
    },
  ],
  relationships: [
    { id: "self", name: "Self", identified: true },
    { id: "manager", name: "Manager", identified: true, weight: 30 },
    { id: "peer", name: "Peers", identified: false, weight: 35 },
    { id: "directReport", name: "Direct reports", identified: false, weight: 25 },
    { id: "customer", name: "Customers", identified: false, weight: 10 },
  ],
  disclosure: {
    id: "fernhill-disclosure",
    minimumRaters: 3,
    minimumForSpread: 5,
    folds: [{ from: "customer", into: "peer" }],
  },
};

/** A column of last year's form that the export still has: no item of this survey. */
export const RETIRED_ITEM = "arrives-on-time";
