"""Sentences that are made below the window."""

import pickle

from handdigit.sentences import Sentence, sentence


def test_a_sentence_is_english_and_remembers_what_it_was_made_from():
    made = sentence("{0} has {1:,} digits.", "a.csv", 1200)
    assert made == "a.csv has 1,200 digits."
    assert (made.template, made.values) == ("{0} has {1:,} digits.", ("a.csv", 1200))


def test_a_sentence_passes_through_a_pipe():
    made = sentence("{0}: {1}", "model", sentence("{0} is damaged.", "a{b}.safetensors"))
    arrived = pickle.loads(pickle.dumps(made))
    assert isinstance(arrived, Sentence)
    assert (arrived, arrived.template, arrived.values) == (made, made.template, made.values)
    assert isinstance(arrived.values[1], Sentence)
