'use strict';

const form = document.getElementById('login');
const error = document.getElementById('error');

// A link from elsewhere comes without the cookie, which is for this site alone; asked again from here it is sent.
fetch('/session').then((answer) => answer.json()).then((session) => {
  if (session.open) location.replace('/');
}).catch(() => {});

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  error.textContent = '';
  try {
    const answer = await fetch('/login', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Ballast': '1' },
      body: JSON.stringify({ token: document.getElementById('token').value }),
    });
    if (answer.ok) {
      location.replace('/');
    } else {
      error.textContent = answer.status === 401
        ? 'This is not the token. Copy it again from the file, without blanks.'
        : await answer.text();
    }
  } catch {
    error.textContent = 'The engine does not answer. Is it running?';
  }
});
