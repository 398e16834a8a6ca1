"""The papers around the meeting: host script, minutes, agenda, record of comments, ledger."""
