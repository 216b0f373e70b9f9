package dev.homeport.diagnosis.question;

/** What somebody asks. */
public record Question(Target target, From from, Purpose purpose) {}
