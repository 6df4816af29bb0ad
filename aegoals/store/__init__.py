"""How it is kept: one durable file. Nobody else imports tinydb."""
