"""Tests of the plain face: scripted talks, and the real program through a pipe and in a terminal."""
