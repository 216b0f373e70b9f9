package dev.homeport.diagnosis;

/** What somebody asks. */
public record Question(Target target, From from, Purpose purpose) {}
