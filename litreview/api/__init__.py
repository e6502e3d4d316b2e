"""What callers use: each function joins the stages for one purpose. One file is one of them; `import litreview` names them all."""
