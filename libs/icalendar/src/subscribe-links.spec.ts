import { describe, expect, it } from '@jest/globals';
import { subscribeLinks } from './subscribe-links.js';

describe('links to subscribe to a feed', () => {
  it('lead to each program with the address in the form that it takes', () => {
    const address = 'https://network.example/calendar/feeds/filtered.ics?kind=meeting&tag=a';
    expect(subscribeLinks(address, 'Boards & officers')).toEqual({
      address,
      webcal: 'webcal://network.example/calendar/feeds/filtered.ics?kind=meeting&tag=a',
      google:
        'https://calendar.google.com/calendar/r?cid=webcal%3A%2F%2Fnetwork.example%2Fcalendar%2Ffeeds%2Ffiltered.ics%3Fkind%3Dmeeting%26tag%3Da',
      outlookOffice:
        'https://outlook.office.com/calendar/0/addfromweb?url=https%3A%2F%2Fnetwork.example%2Fcalendar%2Ffeeds%2Ffiltered.ics%3Fkind%3Dmeeting%26tag%3Da&name=Boards%20%26%20officers',
      outlookLive:
        'https://outlook.live.com/calendar/0/addfromweb?url=https%3A%2F%2Fnetwork.example%2Fcalendar%2Ffeeds%2Ffiltered.ics%3Fkind%3Dmeeting%26tag%3Da&name=Boards%20%26%20officers',
    });
  });

  it('keep the port of a machine that is being tried out', () => {
    expect(subscribeLinks('http://localhost:3000/a.ics', 'A').webcal).toBe('webcal://localhost:3000/a.ics');
  });
});
